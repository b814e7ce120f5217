"""Who may ask the preview anything: its own pages, under its own name, and nobody else's."""

from http.client import HTTP_PORT

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

_NAMES = ("127.0.0.1", "localhost")


def is_own(request: HTTPServerRequest, port: int) -> bool:
    """Whether a request was meant for the preview: no other site may reach it by another name.

    Both Host and Origin are checked, or a page elsewhere could read the preview by DNS rebinding.
    """
    origin = request.headers.get("Origin")
    return request.host in _hosts(port) and (origin is None or is_own_page(origin, port))


def is_own_page(origin: str, port: int) -> bool:
    """Whether `origin` is that of the preview's own pages."""
    return origin in {f"http://{host}" for host in _hosts(port)}


def _hosts(port: int) -> set[str]:
    """How a browser may call the preview; at the port of all of HTTP it leaves the port out."""
    named = {f"{name}:{port}" for name in _NAMES}
    return named | set(_NAMES) if port == HTTP_PORT else named


class Guarded(RequestHandler):
    """A request that is refused unless it was meant for the preview."""

    def prepare(self) -> None:
        """Refuse what comes by another name."""
        if not is_own(self.request, self.settings["port"]):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        """Nothing of a preview is kept by the browser, nor shown or read by another site's page."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "SAMEORIGIN")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
