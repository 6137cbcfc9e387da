"""What may come in is read and nothing else; who is too fast waits; who sleeps costs little."""

import asyncio
import json
from contextlib import suppress
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.sheet.look import Look, View
from samenspel.web.live import frames
from samenspel.web.live.bucket import Bucket
from samenspel.web.live.outbox import MOST_FACTS, Outbox

ID = "00000000-0000-4000-8000-000000000001"


def test_an_edit_is_read_with_its_fields() -> None:
    text = json.dumps({"t": "edit", "id": ID, "fields": {"do": ["add_person"], "who": []}})
    assert frames.read(text) == frames.Drawing(UUID(ID), {"do": ("add_person",), "who": ()})


def test_hello_tells_how_somebody_looks() -> None:
    look = {"view": "tijdlijn", "on": "2019-04-14", "alias": True, "around": "nee"}
    assert frames.read(json.dumps({"t": "hello", "look": look, "moment": ID})) == frames.Hello(
        Look(View.TIMELINE, date(2019, 4, 14), alias=True), UUID(ID)
    )


@pytest.mark.parametrize("name", ["\x00", "\x1b[31m", "\ud800", "\ufffe"])
def test_characters_that_no_drawing_takes_are_refused(name: str) -> None:
    with pytest.raises(frames.BadFrame):
        frames.read(json.dumps({"t": "edit", "id": ID, "fields": {"name": [name]}}))


KINDS = st.sampled_from(["hello", "edit", "look", "select", "join", "leave", "ping", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NAMES = st.sampled_from(["id", "fields", "look", "about", "moment"])


@given(kind=KINDS | JSON, said=st.dictionaries(NAMES, JSON))
def test_whatever_comes_in_is_a_frame_or_a_bad_one(kind: object, said: dict[str, object]) -> None:
    read: object = None
    with suppress(frames.BadFrame):
        read = frames.read(json.dumps({"t": kind, **said}))
    assert read is None or isinstance(read, frames.Frame)


@given(st.text())
def test_any_text_is_read_or_bad(text: str) -> None:
    frames.is_too_long(text)
    with pytest.raises(frames.BadFrame):
        frames.read(text)


def test_who_is_too_fast_waits_and_who_rested_may_hurry() -> None:
    now = [0.0]
    bucket = Bucket(per_second=10, at_once=3, clock=lambda: now[0])
    assert [bucket.take() for _ in range(5)] == pytest.approx([0, 0, 0, 0.1, 0.2])
    now[0] = 60.0
    assert [bucket.take() for _ in range(4)] == pytest.approx([0, 0, 0, 0.1])


def test_of_sheets_only_the_newest_waits() -> None:
    async def scene() -> list[object]:
        box = Outbox()
        for n in range(3):
            box.put("sheet", n=n)
            box.put("fact", n=n)
        return [json.loads(str(await box.next()))["n"] for _ in range(4)]

    assert asyncio.run(scene()) == [0, 1, 2, 2]


def test_who_does_not_read_is_told_so_before_memory_fills() -> None:
    async def scene() -> None:
        box = Outbox()
        assert all(box.put("fact", n=n) for n in range(MOST_FACTS))
        assert not box.put("fact", n=0)
        assert box.put("done", id=ID)

    asyncio.run(scene())


def test_after_the_last_word_nothing_is_sent() -> None:
    async def scene() -> None:
        box = Outbox()
        box.put("fact", words="Sanne")
        box.close(4403, t="gone", words="over")
        box.put("fact", words="Bas")
        box.close(4400)
        assert json.loads(str(await box.next())) == {"t": "gone", "words": "over"}
        assert await box.next() is None
        assert box.code == 4403

    asyncio.run(scene())
