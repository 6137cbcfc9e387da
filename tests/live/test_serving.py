"""How pages and files come over the line, and with how many processes."""

import gzip
import http.client
import json
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from samenspel.web.serve import number_of_processes
from tests.live.conftest import House


def ask(
    house: House, path: str, method: str = "GET", coding: str = "gzip"
) -> tuple[dict[str, str], bytes]:
    line = http.client.HTTPConnection(urlsplit(house.server.address).netloc, timeout=20)
    cookie = f"sessionid={house.content['sessions']['worker']}"
    try:
        line.request(method, path, headers={"Accept-Encoding": coding, "Cookie": cookie})
        answer = line.getresponse()
        body = answer.read()
        assert answer.status == 200
        return {name.lower(): value for name, value in answer.getheaders()}, body
    finally:
        line.close()


def script() -> str:
    names: dict[str, str] = json.loads((settings.STATIC_BUILD / "manifest.json").read_text())
    return f"/static/{names['app.css']}"


@pytest.mark.parametrize("what", ["page", "file"])
def test_pages_and_files_come_compressed_and_whole(house: House, what: str) -> None:
    path = f"/gezinnen/{house.case}/kaart/" if what == "page" else script()
    headers, body = ask(house, path)
    plain_headers, plain = ask(house, path, coding="identity")
    assert headers["content-encoding"] == "gzip"
    assert int(headers.get("content-length", len(body))) == len(body) < len(plain) / 2
    assert "accept-encoding" in headers["vary"].lower()
    assert "content-encoding" not in plain_headers
    assert gzip.decompress(body)[:100] == plain[:100]


@pytest.mark.parametrize("what", ["page", "file"])
def test_a_question_for_the_head_gets_no_body(house: House, what: str) -> None:
    path = f"/gezinnen/{house.case}/" if what == "page" else script()
    headers, body = ask(house, path, method="HEAD")
    assert body == b""
    assert headers["content-type"].startswith("text/")


def test_the_length_of_a_page_does_not_tell_what_is_in_it(house: House) -> None:
    path = f"/gezinnen/{house.case}/"
    assert len({len(ask(house, path)[1]) for _ in range(12)}) > 1


def test_a_number_of_processes_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for told in ("0", "two", "-1", "65", "²"):
        monkeypatch.setenv("SAMENSPEL_PROCESSES", told)
        with pytest.raises(SystemExit, match="number"):
            number_of_processes()


@pytest.mark.skipif(connection.vendor == "postgresql", reason="there it may")
def test_two_processes_need_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPEL_PROCESSES", "2")
    with pytest.raises(SystemExit, match="PostgreSQL"):
        number_of_processes()
