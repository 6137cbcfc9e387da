"""Every setting that comes from the environment, in one table.

`settings.py` reads through `read()`, which knows only the names below, so the table cannot lag
behind. `docs/environment.md` is printed from it (`samenspel docs`), and a test compares the two.
"""

import os
from dataclasses import dataclass
from pathlib import Path

DEMONSTRATION_SECRET = "only-for-the-demonstration-never-for-people"  # noqa: S105 (not a secret: production refuses it)


@dataclass(frozen=True)
class Variable:
    name: str
    default: str
    meaning: str


TABLE: tuple[Variable, ...] = (
    Variable(
        "SAMENSPEL_MODE",
        "demonstration",
        "`demonstration` or `production`. Production refuses to start unsafely.",
    ),
    Variable(
        "SAMENSPEL_SECRET_KEY",
        DEMONSTRATION_SECRET,
        "Signs sessions and forms. At least 50 random characters in production.",
    ),
    Variable(
        "SAMENSPEL_KEY",
        "",
        "Wrapping key(s) of the key store: 32 random bytes in base64. More than one, with a comma "
        "between: the first wraps, the others still open (see `samenspel keys rotate`). The "
        "demonstration makes `var/key`.",
    ),
    Variable("SAMENSPEL_DEBUG", "no", "`yes` shows errors in the browser. Refused in production."),
    Variable("SAMENSPEL_VAR", "var", "Folder for the databases and key of the demonstration."),
    Variable("SAMENSPEL_PORT", "8000", "Port to listen on."),
    Variable(
        "SAMENSPEL_LISTEN",
        "127.0.0.1",
        "Address to listen on. Behind a proxy in a container: 0.0.0.0.",
    ),
    Variable(
        "SAMENSPEL_PROCESSES",
        "1",
        "How many processes serve. More than one needs PostgreSQL, through which they tell each "
        "other what was drawn.",
    ),
    Variable(
        "SAMENSPEL_HOSTS",
        "localhost,127.0.0.1",
        "Host names that the application answers to, with commas.",
    ),
    Variable(
        "SAMENSPEL_PROXIES",
        "0",
        "How many proxies of your own stand before it; so many are believed in X-Forwarded-For.",
    ),
    Variable(
        "DATABASE_URL",
        "",
        "`postgresql://…` for a municipality; empty is SQLite in `SAMENSPEL_VAR`.",
    ),
    Variable(
        "KEYSTORE_URL",
        "",
        "Database of the key store, apart from the data; empty is `keys.sqlite3` in "
        "`SAMENSPEL_VAR`.",
    ),
    Variable(
        "AUDIT_ANCHOR_FILE",
        "",
        "File outside the database to which the daily digest of the audit chains is added.",
    ),
    Variable("SAMENSPEL_PASSKEYS", "no", "`yes` lets people sign in with a passkey."),
    Variable("SAMENSPEL_TOTP", "no", "`yes` lets people add an authenticator app."),
    Variable(
        "SAMENSPEL_OIDC_SERVER",
        "",
        "Address of an OpenID Connect provider; filled in switches single sign-on on.",
    ),
    Variable("SAMENSPEL_OIDC_CLIENT", "", "Client id at that provider."),
    Variable("SAMENSPEL_OIDC_SECRET", "", "Client secret at that provider."),
)

DEFAULTS = {variable.name: variable.default for variable in TABLE}


def read(name: str) -> str:
    """The value of a variable of the table; an unknown name is a mistake in the code."""
    return os.environ.get(name, "") or DEFAULTS[name]


def switched_on(name: str) -> bool:
    return read(name).lower() in {"yes", "true", "1", "on"}


def folder(name: str) -> Path:
    return Path(read(name)).resolve()


def page() -> str:
    """The table as the text of `docs/environment.md`."""
    rows = [
        f"| `{variable.name}` | {_shown(variable)} | {variable.meaning} |" for variable in TABLE
    ]
    return "\n".join(
        [
            "# Settings from the environment",
            "",
            "Printed by `samenspel docs` from `src/samenspel/web/environment.py`.",
            "",
            "| variable | default | meaning |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _shown(variable: Variable) -> str:
    if variable.default == DEMONSTRATION_SECRET:
        return "a public one"
    return f"`{variable.default}`" if variable.default else "empty"
