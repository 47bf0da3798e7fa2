"""Requests to replies: what is where, who may ask, and what is refused in which words.

Knows no sockets. Whoever names this machine otherwise than by its own address is
refused: a page of the web whose name was turned to 127.0.0.1 (DNS rebinding) would
else read the graph through its visitor's browser; so is a page of another origin.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kg.serve.accept import ROWS, TRIPLES, choose
from kg.serve.engine import Engine
from kg.serve.protocol import Refused, query_of

Headers = Mapping[str, str]

OURS: Final = ("127.0.0.1", "localhost")
"""The names by which a client may call this machine."""

_SAFE: Final = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# the page's own policy, in its head, allows its scripts by their hash alone
_PAGE_POLICY: Final = (
    "base-uri 'none'; connect-src 'none'; form-action 'none'; frame-ancestors 'none'; "
    "object-src 'none'"
)
_DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'; sandbox"
_METHODS: Final = {
    "/": ("GET", "HEAD"),
    "/favicon.ico": ("GET", "HEAD"),
    "/sparql": ("GET", "POST"),
}


@dataclass(frozen=True)
class Request:
    """What a client wants; names of headers are in small letters."""

    method: str
    target: str
    headers: Headers
    body: bytes | None = None


@dataclass(frozen=True)
class Reply:
    """What it gets."""

    status: int
    body: bytes = b""
    headers: Headers = field(default_factory=dict)


def words(status: int, reason: str, **headers: str) -> Reply:
    """A refusal that a person can read."""
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return _reply(status, "text/plain; charset=utf-8", f"{reason}\n".encode(), **more)


def _reply(status: int, media: str, body: bytes, **headers: str) -> Reply:
    policy = {"Content-Security-Policy": _DATA_POLICY, "Content-Type": media}
    return Reply(status, body, {**_SAFE, **policy, **headers})


@dataclass(frozen=True)
class Site:
    """The page of a folder at /, and its graph at /sparql."""

    folder: Path
    engine: Engine

    def respond(self, request: Request) -> Reply:
        """Answer any request."""
        target = urlsplit(request.target)
        stranger = _stranger(request.headers)
        if stranger is not None:
            return words(403, stranger)
        methods = _METHODS.get(target.path)
        if methods is None:
            return words(404, "nothing is here; the page is at /, the graph at /sparql")
        if request.method not in methods:
            told = f"{target.path} takes {' and '.join(methods)}, and changes nothing"
            return words(405, told, Allow=", ".join(methods))
        if target.path == "/sparql":
            return self._queried(request, target.query)
        return self._page(request) if target.path == "/" else Reply(204, b"", _SAFE)

    def _page(self, request: Request) -> Reply:
        """graph.html as it lies there."""
        try:
            page = (self.folder / "graph.html").read_bytes()
        except OSError as error:
            return words(404, f"graph.html cannot be read ({error.strerror})")
        tag = f'"{hashlib.sha256(page).hexdigest()[:32]}"'
        policy = {"Content-Security-Policy": _PAGE_POLICY, "ETag": tag}
        if _knows(request.headers.get("if-none-match", ""), tag):
            return Reply(304, b"", {**_SAFE, **policy})
        return _reply(200, "text/html; charset=utf-8", page, **policy)

    def _queried(self, request: Request, address: str) -> Reply:
        accept = request.headers.get("accept")
        if choose(accept, ROWS) is None and choose(accept, TRIPLES) is None:
            offered = ", ".join(media for media, _ in (*ROWS, *TRIPLES))
            return words(406, f"answers can be had as {offered}")
        try:
            media = request.headers.get("content-type")
            query = query_of(address, media, request.body)
        except Refused as refused:
            return words(refused.status, refused.reason)
        return _reply(*self.engine.answer(query, accept), Vary="Accept")


def _knows(header: str, tag: str) -> bool:
    """Whether the client has the page already (If-None-Match)."""
    tags = [one.strip().removeprefix("W/") for one in header.split(",")]
    return "*" in tags or tag in tags


def _stranger(headers: Headers) -> str | None:
    """Why a client is refused, if it is."""
    host, origin = headers.get("host"), headers.get("origin")
    if host is None or urlsplit(f"//{host}").hostname not in OURS:
        return f"this server answers to {' and '.join(OURS)} only, not to {host!r}"
    if origin is not None and urlsplit(origin).hostname not in OURS:
        return f"pages of other places may not ask here; this one is of {origin!r}"
    return None
