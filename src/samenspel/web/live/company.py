"""Who draws together in a room: the joint moment, who takes part in it, and who sees that."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from samenspel.web.live.member import Member
from samenspel.web.live.presence import Presence, Present

Announce = Callable[[UUID, Present | None, str], None]
IsOnTable = Callable[[str], bool]


class Company:
    """`announce` tells other processes who takes part here; with None, whose key left.

    `is_on_table`: whether everybody at the table sees the thing with that id.
    """

    def __init__(
        self,
        case_id: UUID,
        members: Callable[[], Iterable[Member]],
        announce: Announce,
        is_on_table: IsOnTable,
    ) -> None:
        self._case_id, self._members, self._announce = case_id, members, announce
        self._is_on_table = is_on_table
        self._presence = Presence()
        self.moment: UUID | None = None

    def moment_is(self, moment: UUID | None) -> list[Member]:
        """Another moment, or none: gives who no longer takes part."""
        if moment == self.moment:
            return []
        self.moment = moment
        self._presence.clear()
        left = [one for one in self._members() if one.moment not in (None, moment)]
        for one in left:
            one.moment = None
        return left

    def sit_down(self, member: Member, moment: UUID | None) -> None:
        """At the table when it is the moment of now, else at their own place."""
        if moment is None or moment != self.moment:
            self.stand_up(member)
            return
        member.moment = moment
        seat = member.seat
        mine = Present(
            key=member.key,
            account=seat.account,
            initials=seat.initials,
            about=member.about,
            moment=str(moment),
        )
        self._tell_others(self._presence.join(mine))

    def stand_up(self, member: Member) -> None:
        member.moment = None
        if self._presence.leave(member.key):
            self._announce(self._case_id, None, member.key)
            self.show()

    def select(self, member: Member, about: str) -> None:
        member.about = about
        present = self._presence.select(member.key, about)
        if present is not None:
            self._tell_others(present)
            self.show()

    def elsewhere(self, present: Present | None, key: str) -> None:
        """What another process told about who takes part there."""
        if present is None:
            changed = self._presence.told_gone(key)
        else:
            changed = present.moment == str(self.moment) and self._presence.told(present)
        if changed:
            self.show()

    def forget_stale(self) -> None:
        if self._presence.forget_stale():
            self.show()

    def roll_call(self) -> None:
        """Once more for the other processes; one that began later does not know yet."""
        for present in self._presence.here:
            self._tell_others(present)

    def show(self) -> None:
        """Who takes part sees who does, and which of them they are; nobody else does."""
        once = {one.account: one for one in self._presence.everybody()}  # also with two screens
        people = [
            (one.account, {"initials": one.initials, "mark": self.mark_of(one.account)}, about)
            for one in once.values()
            for about in [self._shown(one.about)]
        ]
        for member in self._members():
            if member.moment is not None:
                me = member.seat.account
                here = [
                    {**shown, "about": about, "you": account == me}
                    for account, shown, about in people
                ]
                member.send("here", people=here)

    def _tell_others(self, present: Present) -> None:
        self._announce(self._case_id, replace(present, about=self._shown(present.about)), "")

    def _shown(self, about: str) -> str:
        """At whom somebody looks may be something that only they see."""
        return about if self._is_on_table(about) else ""

    def mark_of(self, account: str) -> int:
        return self._presence.mark_of(account)

    def author(self, account: str, to: Member) -> Present | None:
        """Who drew, as far as this member may know that they are here."""
        return self._presence.of_account(account) if to.moment is not None else None
