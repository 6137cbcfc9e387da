"""Pages hold what belongs to people: no shared cache keeps them, and three verbs reach them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

VERBS = ("GET", "HEAD", "POST")

Handler = Callable[[HttpRequest], HttpResponse]


def private_pages(get_response: Handler) -> Handler:
    def handle(request: HttpRequest) -> HttpResponse:
        known = request.method in VERBS
        response = get_response(request) if known else HttpResponseNotAllowed(VERBS)
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        return response

    return handle
