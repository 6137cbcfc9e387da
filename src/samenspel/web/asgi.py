"""One ASGI application: built files from Starlette, everything else from Django."""

import os
from typing import cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.web.settings")

from django.core.asgi import get_asgi_application

django = get_asgi_application()

from django.conf import settings
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope


class BuiltStaticFiles(StaticFiles):
    """File names carry a hash of their content, so a browser may keep them for a year."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


application = Starlette(
    routes=[
        Mount("/static", BuiltStaticFiles(directory=settings.STATIC_BUILD, check_dir=False)),
        Mount("/", cast(ASGIApp, django)),
    ]
)
