"""`Actor`: who does something, when and from where. Every action takes one as `by`.

Actions get time and author from outside; so a test, the demonstration loader and a request
use the same code.
"""

from dataclasses import dataclass, field
from datetime import datetime

from samenspel.web.accounts.models import User
from samenspel.web.accounts.rights import Function, functions_of
from samenspel.web.accounts.roles import Role

HOUSE = "house"
"""Origin of what the application does by itself."""


@dataclass(frozen=True)
class Actor:
    """`user` is None for the house itself and for somebody who is not signed in."""

    user: User | None
    at: datetime
    origin: str = HOUSE
    roles: frozenset[Role] = frozenset()
    functions: frozenset[Function] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "functions", functions_of(self.roles))

    @property
    def person(self) -> User:
        """The somebody with an account that this must be."""
        if self.user is None:
            raise ValueError("somebody with an account must do this")
        return self.user

    def may(self, function: Function) -> bool:
        return function in self.functions

    @classmethod
    def of(cls, user: User, *, at: datetime, origin: str = HOUSE) -> "Actor":
        return cls(user=user, at=at, origin=origin, roles=user.roles_at(at))
