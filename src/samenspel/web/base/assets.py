"""Names of built files: `{% static 'app.css' %}` becomes the name with its hash."""

import json
from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage


class BuiltFiles(StaticFilesStorage):
    def url(self, name: str | None) -> str:
        return f"{settings.STATIC_URL}{_manifest()[name or '']}"


@cache
def _manifest() -> dict[str, str]:
    try:
        text = (settings.STATIC_BUILD / "manifest.json").read_text()
    except FileNotFoundError:
        raise RuntimeError("The static files are not built yet: run `make setup`.") from None
    names: dict[str, str] = json.loads(text)
    return names
