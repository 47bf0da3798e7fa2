"""Sockets: bytes to requests, replies to bytes. On 127.0.0.1 and nowhere else."""

import errno
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from kg.errors import KgError
from kg.serve.site import Reply, Request, Site, words

HOST: Final = "127.0.0.1"

_LARGEST: Final = 1 << 20
"""Bytes of a body: more than the longest query has in any encoding."""
_PATIENCE: Final = 60.0
"""Seconds that a client may take to say what it wants."""

Told = Callable[[str], None]


def _nothing(_: str) -> None:
    """Keep quiet."""


class Serving:
    """A site at an address of this machine, from when it is made until `close`."""

    def __init__(self, site: Site, port: int, told: Told = _nothing) -> None:
        """Take the port; 0 takes any free one.

        Args:
            site: what is served.
            port: where.
            told: is told of each request in a line.

        Raises:
            KgError: if the port cannot be had.
        """
        handler = type(
            "Handler", (_Handler,), {"site": site, "told": staticmethod(told)}
        )
        try:
            self._server = _Server((HOST, port), handler)
        except OSError as error:
            raise KgError(_untaken(port, error)) from error
        self._site = site

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def run(self) -> None:
        """Answer until interrupted, or closed by another thread."""
        self._server.serve_forever(poll_interval=0.1)

    def stop(self) -> None:
        """Let `run` come to its end; for another thread than that of `run`."""
        self._server.shutdown()

    def close(self) -> None:
        """Give the port back, and end queries that are being answered."""
        self._server.server_close()
        self._site.engine.close()


def _untaken(port: int, error: OSError) -> str:
    cure = "choose another with --port N, or any free one with --port 0"
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use, perhaps by another kg serve; {cure}"
    return f"port {port} cannot be had ({error.strerror or error}); {cure}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


class _Handler(BaseHTTPRequestHandler):
    site: Site
    told: Told
    protocol_version = "HTTP/1.1"
    server_version = "kg"
    sys_version = ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        self._send(self._replied())

    do_HEAD = do_POST = do_GET  # noqa: N815 - http.server calls them so
    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # noqa: N815

    def _replied(self) -> Reply:
        if self.client_address[0] != HOST:
            return words(403, "this server answers its own machine only")
        headers = {name.lower(): value for name, value in self.headers.items()}
        if "transfer-encoding" in headers:
            self.close_connection = True
            return words(411, "send the body with a Content-Length, not in chunks")
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > _LARGEST:
            self.close_connection = True
            return words(413, f"a body has at most {_LARGEST} bytes, not {size}")
        body = self.rfile.read(int(size))
        asked = body if self.command == "POST" else None
        return self.site.respond(Request(self.command, self.path, headers, asked))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in sorted(reply.headers.items()):
            self.send_header(name, value)
        if reply.status not in (204, 304):
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        self.told(" ".join((format % args).split()))
