"""The accounts of the demonstration, all with one public password. Never in production."""

from dataclasses import dataclass

from django.conf import settings

from samenspel.web.accounts.roles import Role

PASSWORD = "samen-aan-tafel"  # noqa: S105 (public on purpose, for the demonstration only)


@dataclass(frozen=True)
class DemonstrationAccount:
    """`shown`: named on the sign-in page. The others only have cases of their own."""

    username: str
    name: str
    roles: tuple[Role, ...]
    district: str = ""
    organisation: str = ""
    shown: bool = True
    password: str = PASSWORD

    @property
    def role_words(self) -> list[str]:
        return [str(role.label) for role in self.roles]


ACCOUNTS: tuple[DemonstrationAccount, ...] = (
    DemonstrationAccount(
        "gezinswerker", "Hanna Visser", (Role.FAMILY_WORKER, Role.FACILITATOR), "west"
    ),
    DemonstrationAccount("gezinswerker-zuid", "Idris Benali", (Role.FAMILY_WORKER,), "zuid"),
    DemonstrationAccount("collega", "Wietske Dijk", (Role.FAMILY_WORKER,), "west", shown=False),
    DemonstrationAccount("begeleider", "Joost Verhagen", (Role.FACILITATOR,), "zuid"),
    DemonstrationAccount("monitor", "Roos Linders", (Role.REFLEXIVE_MONITOR,)),
    DemonstrationAccount("programmateam", "Menno Aalbers", (Role.PROGRAMME_TEAM,)),
    DemonstrationAccount("beleid", "Karima Bouzid", (Role.POLICY_OFFICER,)),
    DemonstrationAccount("beheer", "Arjen Molenaar", (Role.ADMINISTRATOR,)),
    DemonstrationAccount("privacy", "Liesbeth Kok", (Role.PRIVACY_OFFICER,)),
    DemonstrationAccount("partner", "Sjoerd Hoekstra", (Role.PARTNER_PROFESSIONAL,)),
    DemonstrationAccount("ouder", "Mira", (Role.FAMILY_MEMBER,)),
)


def demonstration_accounts() -> tuple[DemonstrationAccount, ...]:
    """What the sign-in page and `samenspel serve` print; nothing in production."""
    if settings.PRODUCTION:
        return ()
    return tuple(account for account in ACCOUNTS if account.shown)
