"""Members of rooms who draw: one process of the load of `live.py`, over real websockets.

    python -m bench.live_clients < plan.json > results.json

Every edit writes a mark of its own (`a012n5`), so that whoever hears of it knows which it is. A
client keeps the last sheet it got, and looks at no more of a sheet than its number.
"""

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

NOTE, CHILD, NAME = "abc"  # a sentence about a note also holds names, hence the order
KINDS = CHILD + 3 * NAME + 6 * NOTE  # of ten edits; the last of a professional is for their side
MARK = re.compile(rf"[{NOTE}{CHILD}{NAME}]\d{{3}}n\d+")
SHEET = re.compile(r'\{"t": ?"sheet", ?"n": ?(\d+)')
MAP_WORDS = re.compile(r'class="map-words".*', re.DOTALL)
QUIET = 1.5  # seconds without a message: everything has come in
LONGEST_QUIET = 60.0

Fields = dict[str, list[str]]


@dataclass
class Room:
    """`sent` and `done`: when, by mark; shared by the members, who are all of this process."""

    case: str
    people: list[str]
    members: list["Member"] = field(default_factory=list)
    sent: dict[str, float] = field(default_factory=dict)
    done: dict[str, float] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    fact_ms: list[float] = field(default_factory=list)
    sheet_ms: list[float] = field(default_factory=list)


@dataclass
class Member:
    number: int
    side: str
    cookie: str
    room: Room
    dice: random.Random
    edits: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    heard: Counter[str] = field(default_factory=Counter)
    not_drawn: list[tuple[int, float]] = field(default_factory=list)
    n: int = 0
    drawn: int = -1
    last_sheet: str = ""
    last_message: float = 0.0
    strange: list[str] = field(default_factory=list)
    socket: ClientConnection | None = None

    async def listen(self) -> None:
        assert self.socket is not None
        async for text in self.socket:
            self.last_message = time.monotonic()
            assert isinstance(text, str)
            sheet = SHEET.match(text)
            if sheet:
                self._see(int(sheet[1]), text)
            else:
                message = json.loads(text)
                self._hears.get(message["t"], self.strangely)(message)

    @property
    def _hears(self) -> dict[str, Callable[[Any], None]]:
        return {
            "fact": self._hear,
            "done": self._know,
            "refused": self._take_back,
            "welcome": lambda message: None,
            "state": lambda message: None,
            "here": lambda message: None,
        }

    def strangely(self, message: Any) -> None:
        self.strange.append(f"{message['t']}: {message.get('words', '')}")

    def _see(self, n: int, text: str) -> None:
        """A sheet is as new as its number, and shows every fact up to it."""
        self.drawn, self.last_sheet = n, text
        shown = [at for number, at in self.not_drawn if number <= n]
        self.not_drawn = [(number, at) for number, at in self.not_drawn if number > n]
        self.room.sheet_ms += [(self.last_message - at) * 1000 for at in shown]

    def _hear(self, message: Any) -> None:
        self.n = message["n"]
        mark = min(MARK.findall(message["words"]), key=lambda found: found[0], default="")
        if mark not in self.room.sent:
            self.strangely({"t": "a fact without a mark", "words": message["words"]})
            return
        at = self.room.sent[mark]
        self.heard[mark] += 1
        self.room.fact_ms.append((self.last_message - at) * 1000)
        self.not_drawn.append((message["n"], at))

    def _know(self, message: Any) -> None:
        self.room.done[self.edits[message["id"]]] = self.last_message

    def _take_back(self, message: Any) -> None:
        self.refused[message["id"]] = message["words"]

    async def draw(self, number: int) -> None:
        kind = (number + self.number) % 10
        mark = f"{KINDS[kind]}{self.number:03}n{number}"
        edit_id = str(uuid4())
        self.edits[edit_id] = mark
        fields = self._edit(kind, mark)
        if fields["for"] == ["professionals"]:
            self.room.hidden.add(mark)
        self.room.sent[mark] = time.monotonic()
        assert self.socket is not None
        await self.socket.send(json.dumps({"t": "edit", "id": edit_id, "fields": fields}))

    def _edit(self, kind: int, mark: str) -> Fields:
        about = self.dice.choice(self.room.people)
        if KINDS[kind] == CHILD:
            return {"do": ["add_child"], "of": [about], "name": [f"Bo {mark}"], "for": ["circle"]}
        if KINDS[kind] == NAME:
            said = {"kind": ["name"], "person": [about], "name": [f"Jo {mark}"]}
        else:
            said = {"kind": ["note"], "about": [about], "text": [f"houdt van muziek {mark}"]}
        only = kind == len(KINDS) - 1 and self.side == "professional"
        return {"do": ["say"], **said, "for": ["professionals" if only else "circle"]}


async def play(plan: Any) -> Any:
    rooms = [Room(one["case"], one["people"]) for one in plan["rooms"]]
    members = [
        Member(plan["first"] + place, told["side"], told["cookie"], room, random.Random(place))  # noqa: S311 (for load)
        for place, (room, told) in enumerate(
            (room, told)
            for room, one in zip(rooms, plan["rooms"], strict=True)
            for told in one["members"]
        )
    ]
    for one in members:
        one.room.members.append(one)
        await _sit_down(one, plan["host"])
    listening = [asyncio.create_task(one.listen()) for one in members]
    sys.stderr.write("ready\n")
    sys.stderr.flush()
    await asyncio.to_thread(sys.stdin.readline)  # everybody is there: begin
    lags: list[float] = []
    watching = asyncio.create_task(_watch(lags))
    began = time.process_time()
    await asyncio.gather(*(_draw_along(one, plan) for one in members))
    cpu = time.process_time() - began
    await _wait_for_quiet(members)
    watching.cancel()
    for one, task in zip(members, listening, strict=True):
        if task.done():
            one.strange.append("the line was lost")
        task.cancel()
    return {
        "rooms": [_told(room) for room in rooms],
        "cpu": cpu,
        "lag_ms": lags,
    }


async def _sit_down(member: Member, host: str) -> None:
    member.socket = await connect(
        f"ws://{host}/gezinnen/{member.room.case}/kaart/levend/",
        origin=f"http://{host}",  # type: ignore[arg-type]  # a new type of text
        additional_headers={"Cookie": member.cookie},
        compression=None,
        max_size=None,
        open_timeout=60,
        ping_interval=None,
    )
    look = {"view": "genogram", "on": None, "alias": False, "around": ""}
    await member.socket.send(json.dumps({"t": "hello", "look": look, "moment": None}))


async def _draw_along(member: Member, plan: Any) -> None:
    """Every so often, each beginning at a moment of their own."""
    every, until = plan["every"], time.monotonic() + plan["seconds"]
    next_at = time.monotonic() + member.dice.random() * every
    number = 0
    while next_at < until:
        await asyncio.sleep(max(0.0, next_at - time.monotonic()))
        await member.draw(number)
        number += 1
        next_at += every


async def _watch(lags: list[float]) -> None:
    """How late these clients themselves are, for what they measure holds that too."""
    while True:
        wanted = time.monotonic() + 0.05
        await asyncio.sleep(0.05)
        lags.append((time.monotonic() - wanted) * 1000)


async def _wait_for_quiet(members: list[Member]) -> None:
    until = time.monotonic() + LONGEST_QUIET
    while time.monotonic() < until:
        await asyncio.sleep(0.2)
        is_quiet = time.monotonic() - max(one.last_message for one in members) > QUIET
        if is_quiet and all(one.drawn >= one.n for one in members):
            return


def _told(room: Room) -> Any:
    """What everybody heard, and with which drawing each audience ended."""
    ends: dict[str, Counter[str]] = {}
    words: dict[str, Counter[str]] = {}
    for one in room.members:
        html = json.loads(one.last_sheet)["html"] if one.last_sheet else ""
        found = MAP_WORDS.search(html)
        ends.setdefault(one.side, Counter())[html] += 1
        words.setdefault(one.side, Counter())[found[0] if found else ""] += 1
    doubled, missed = _heard(room)
    return {
        "case": room.case,
        "sent": len(room.sent),
        "refused": [words for one in room.members for words in one.refused.values()],
        "done_ms": [(at - room.sent[mark]) * 1000 for mark, at in room.done.items()],
        "fact_ms": room.fact_ms,
        "sheet_ms": room.sheet_ms,
        "unanswered": len(room.sent)
        - len(room.done)
        - sum(len(one.refused) for one in room.members),
        "edits": [
            edit_id
            for one in room.members
            for edit_id, mark in one.edits.items()
            if mark in room.done
        ],
        "marks": {mark: mark in room.hidden for mark in room.done},
        "doubled": doubled,
        "missed": missed,
        "strange": [words for one in room.members for words in one.strange],
        "different_sheets": sum(len(found) > 1 for found in ends.values()),
        "different_words": sum(len(found) > 1 for found in words.values()),
        "without_words": sum("" in found for found in words.values()),
        "sheet_kb": max((len(html) for found in ends.values() for html in found), default=0) / 1000,
    }


def _heard(room: Room) -> tuple[int, int]:
    """How many facts came twice, and how many never, at who may know of them."""
    doubled = missed = 0
    for one in room.members:
        own = set(one.edits.values())
        for mark in room.done:
            is_told = mark not in own and not (mark in room.hidden and one.side == "family")
            doubled += one.heard[mark] > is_told
            missed += one.heard[mark] < is_told
    return doubled, missed


if __name__ == "__main__":
    json.dump(asyncio.run(play(json.loads(sys.stdin.readline()))), sys.stdout)
