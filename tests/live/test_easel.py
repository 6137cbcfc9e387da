"""Who is drawn for: after a failure, when shown something else, and not for what is hidden."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from samenspel.drawing.sheet.look import Look
from samenspel.family import Audience, Reach, Side, Viewer, map_of
from samenspel.family.facts import PersonFact
from samenspel.web.live import easel as module
from samenspel.web.live.easel import TRIES, Easel, Table
from samenspel.web.live.room import _differs

FAMILY = map_of([PersonFact("yara"), PersonFact("noor")])


class Waiting:
    """As much of a member as an easel knows."""

    def __init__(self) -> None:
        self.look, self.sees, self.n, self.seat = Look(), "", 0, None
        self.waits_since: float | None = 1.0
        self.sent: list[str] = []

    @property
    def pair(self) -> Any:
        return self.sees, self.look

    def wants_sheet(self) -> None:
        self.waits_since = 1.0

    def send(self, kind: str, **content: object) -> None:
        self.sent.append(kind)


def easel_of(*members: Any) -> Easel:
    return Easel(uuid4(), lambda: Table(FAMILY), lambda: members)


def test_a_drawing_that_fails_is_tried_again_and_not_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fails(*_: object, **__: object) -> str:
        raise RuntimeError("Sanne")

    monkeypatch.setattr(module, "html_of", fails)
    member = Waiting()
    easel = easel_of(member)
    waited = []
    for _ in range(TRIES):
        asyncio.run(easel._draw(member.pair))
        waited.append(member.waits_since is not None)
    assert waited == [True] * (TRIES - 1) + [False]


def test_who_is_shown_something_else_since_waits_on(monkeypatch: pytest.MonkeyPatch) -> None:
    member = Waiting()

    async def draws(*_: object, **__: object) -> str:
        member.sees = "family"
        return "<svg/>"

    monkeypatch.setattr(module, "html_of", draws)
    asyncio.run(easel_of(member)._draw(member.pair))
    assert member.sent == []
    assert member.waits_since is not None


def test_a_hidden_person_put_elsewhere_is_no_news() -> None:
    hidden = replace(FAMILY.statements[1], audience=Audience(Reach.PROFESSIONALS))
    family = replace(FAMILY, statements=(FAMILY.statements[0], hidden))
    before, after = Table(family), Table(family, (("noor", 40.0),))

    def differs(side: Side) -> bool:
        member: Any = SimpleNamespace(seat=SimpleNamespace(viewer=Viewer("x", side)))
        return _differs(before, after, member)

    assert not differs(Side.FAMILY)
    assert differs(Side.PROFESSIONAL)
