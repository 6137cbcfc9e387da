"""Who takes part in the joint moment, each with a mark that stays: a colour and a pattern.

Only who joined is here, and only who joined sees it. Other processes tell who is there at them;
who is not heard of for a while is gone, however that came. A mark follows from the order in which
accounts first joined, so every process gives the same ones.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

MARKS = 6
STALE = 25.0
"""Seconds; every process says at least three times in it who is there."""


@dataclass(frozen=True)
class Present:
    """One connection that takes part. `key` is random, `account` the public id of the account.

    `since` is when that account first joined, in microseconds of the server's clock.
    """

    key: str
    account: str
    initials: str
    since: int = 0
    about: str = ""
    moment: str = ""


@dataclass
class Presence:
    """Here: at this process. Elsewhere: as other processes told, with when they did."""

    clock: Callable[[], float] = time.time
    _here: dict[str, Present] = field(default_factory=dict)
    _elsewhere: dict[str, tuple[Present, float]] = field(default_factory=dict)
    _since: dict[str, int] = field(default_factory=dict)

    def join(self, one: Present) -> Present:
        since = self._since.setdefault(one.account, int(self.clock() * 1_000_000))
        self._here[one.key] = replace(one, since=since)
        return self._here[one.key]

    def select(self, key: str, about: str) -> Present | None:
        if key not in self._here:
            return None
        self._here[key] = replace(self._here[key], about=about)
        return self._here[key]

    def leave(self, key: str) -> bool:
        return self._here.pop(key, None) is not None

    def told(self, one: Present) -> bool:
        """Another process tells that somebody is there; gives whether that is news."""
        former, _ = self._elsewhere.get(one.key, (None, 0.0))
        self._elsewhere[one.key] = (one, self.clock())
        since = self._since.get(one.account, one.since)
        self._since[one.account] = min(since, one.since)
        return former != one

    def told_gone(self, key: str) -> bool:
        return self._elsewhere.pop(key, None) is not None

    def forget_stale(self) -> bool:
        now = self.clock()
        stale = [key for key, (_, heard) in self._elsewhere.items() if now - heard > STALE]
        for key in stale:
            del self._elsewhere[key]
        return bool(stale)

    def clear(self) -> None:
        """The moment is over."""
        self._here.clear()
        self._elsewhere.clear()
        self._since.clear()

    @property
    def here(self) -> list[Present]:
        return [replace(one, since=self._since[one.account]) for one in self._here.values()]

    def mark_of(self, account: str) -> int:
        """1 to 6, which the account keeps, also when it comes back; 0 for who never joined."""
        joined = sorted(self._since, key=lambda one: (self._since[one], one))
        return joined.index(account) % MARKS + 1 if account in self._since else 0

    def of_account(self, account: str) -> Present | None:
        return next((one for one in self.everybody() if one.account == account), None)

    def everybody(self) -> list[Present]:
        """Those here and elsewhere, in one order for all processes."""
        found = [*self._here.values(), *(one for one, _ in self._elsewhere.values())]
        return sorted(found, key=lambda one: (self.mark_of(one.account), one.key))
