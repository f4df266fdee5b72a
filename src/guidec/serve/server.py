"""A web server for this machine alone: it reads the output folder, and nothing can be changed through it.

It listens on the loopback interface. A page of another site can still make a browser ask it under a name of its own
(DNS rebinding), so a request must name this server as its host.
"""

from __future__ import annotations

import json
import os
import posixpath
from dataclasses import asdict
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, unquote, urlsplit

from guidec.serve.live import INDEX
from guidec.serve.page import live_page, missing_page

if TYPE_CHECKING:
    from guidec.serve.live import Live

ADDRESS = "127.0.0.1"
HOSTS = (ADDRESS, "localhost")
EVENTS = "/-/events"
PULSE = 15.0
"""Seconds after which a silent stream says that it is still there, and notices that its reader is not."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
PLAIN = "text/plain; charset=utf-8"
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(ThreadingHTTPServer):
    """Serves the output folder that `live` tells about."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, live: Live, port: int) -> None:
        """Listen on a port, any free one where it is 0; raises OSError where it is taken."""
        super().__init__((ADDRESS, port), Handler)
        self.live = live
        self.hosts = frozenset(f"{host}:{self.server_port}" for host in HOSTS) | (
            frozenset(HOSTS) if self.server_port == 80 else frozenset()
        )

    @property
    def url(self) -> str:
        """Where to look."""
        return f"http://{ADDRESS}:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version = "guidec"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a page, a file, or the stream of events."""
        parts = urlsplit(self.path)
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._refuse(HTTPStatus.FORBIDDEN, "Unexpected host, expected this machine's own name")
        elif parts.path == "/":
            self._redirect(f"/{INDEX}")
        elif parts.path == EVENTS:
            self._events(_inside(parse_qs(parts.query).get("page", [""])[0]) or INDEX)
        else:
            self._file(parts.path)

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        """Refuse what could change something."""
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"", PLAIN, Allow="GET, HEAD")

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal is for what is wrong in guides."""

    def _file(self, path: str) -> None:
        name = _inside(unquote(path))
        file = self._readable(name) if name is not None else None
        if name is not None and file is None and self._readable(f"{name}/index.html"):
            self._redirect(f"/{quote(name)}/index.html")
        elif name is not None and name.endswith(".html"):
            self._page(name, file)
        elif file is None:
            self._refuse(HTTPStatus.NOT_FOUND, "Unexpected path, expected a file of the output folder")
        else:
            self._send(HTTPStatus.OK, file.read_bytes(), TYPES.get(file.suffix, PLAIN))

    def _page(self, name: str, file: Path | None) -> None:
        """Answer with a page, or as it was last where its guide is broken now: the script shows what is wrong."""
        live = self.server.live
        content = live.read(name, file) if file else live.kept(name)
        if content is None:
            self._send(HTTPStatus.NOT_FOUND, missing_page().encode(), TYPES[".html"])
            return
        page = live_page(content.decode("utf-8", "replace"), sha256(content).hexdigest())
        self._send(HTTPStatus.OK, page.encode(), TYPES[".html"])

    def _readable(self, name: str) -> Path | None:
        """Give a regular file of the output folder; nothing that a symbolic link leads out to."""
        root = os.path.realpath(self.server.live.out)
        try:
            file = Path(os.path.realpath(Path(root, name)))
            return file if file.is_relative_to(root) and file.is_file() else None
        except (OSError, ValueError):  # a name that no file can have
            return None

    def _events(self, page: str) -> None:
        """Tell about a page now and after each build, as server-sent events (HTML Living Standard, 9.2)."""
        self._send(HTTPStatus.OK, None, "text/event-stream")
        number = -1
        while self.command == "GET":
            state = self.server.live.wait(number, PULSE)
            line = ": still here" if state.number == number else f"data: {self._about(page)}"
            number = state.number
            self.wfile.write(f"{line}\n\n".encode())
            self.wfile.flush()

    def _about(self, page: str) -> str:
        live = self.server.live
        return json.dumps({"page": live.digest(page), "problems": [asdict(one) for one in live.about(page)]})

    def _redirect(self, path: str) -> None:
        self._send(HTTPStatus.FOUND, b"", PLAIN, Location=path)

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        self._send(status, f"{message}\n".encode(), PLAIN)

    def _send(self, status: HTTPStatus, body: bytes | None, kind: str, **headers: str) -> None:
        self.send_response(status)
        sized = {} if body is None else {"Content-Length": str(len(body))}
        for name, value in {"Content-Type": kind, **sized, **HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if body and self.command != "HEAD":
            self.wfile.write(body)

    def handle(self) -> None:
        """Answer, and mind no browser that has gone away."""
        try:
            super().handle()
        except (ConnectionError, TimeoutError):
            self.close_connection = True


def _inside(path: str) -> str | None:
    """Give a path below the output folder; None for one that leads out of it or to what is hidden there."""
    segments = path.strip("/").split("/")
    hidden = any(segment.startswith(".") or not segment for segment in segments)
    if hidden or "\\" in path or not path.isprintable():
        return None
    return posixpath.normpath("/".join(segments))
