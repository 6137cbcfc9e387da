"""One ASGI application: built files and the sockets from Starlette, everything else from Django.

Pages are compressed by Django, which hides their length from who would guess what is in them
(BREACH); built files here, for they hold no secrets. What goes over a socket is not compressed.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.web.settings")

from django.core.asgi import get_asgi_application

django = get_asgi_application()

from django.conf import settings
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from samenspel.web.live.hub import Hub

SMALLEST = 1000
"""Bytes from which compressing is worth it."""

hub = Hub()


class BuiltStaticFiles(StaticFiles):
    """File names carry a hash of their content, so a browser may keep them for a year."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Without granian's own way of sending a file, which would pass by the compression."""
        await super().__call__({**scope, "extensions": {}}, receive, send)


async def pages(scope: Scope, receive: Receive, send: Send) -> None:
    """Django; it knows no sockets, so one to a page is refused here."""
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).close()
    else:
        await django(scope, receive, send)  # type: ignore[arg-type]  # the same by other names


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    await hub.start()
    try:
        yield
    finally:
        await hub.stop()


built = BuiltStaticFiles(directory=settings.STATIC_BUILD, check_dir=False)

application = Starlette(
    routes=[
        WebSocketRoute("/gezinnen/{case_id:uuid}/kaart/levend/", hub.live),
        Mount("/static", GZipMiddleware(built, minimum_size=SMALLEST)),
        Mount("/", pages),
    ],
    lifespan=lifespan,
)
