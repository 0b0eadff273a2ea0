"""Who may speak with the desk: the browser that was given its one-time token, and nobody else.

A web page elsewhere can make a browser ask this machine, by a name of its own that leads here (DNS
rebinding) or by a form that it sends (CSRF). So the names, the origin and the token are looked at
before anything else is; whoever reaches the pages behind is whoever started the desk.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from oit.evidence.inspect import TOO_LARGE

HOST = "127.0.0.1"
"""The only address that is listened at: loopback, which no other machine reaches."""
OPEN = "/open"
"""The path that takes the token."""
HOME = "/"
ASSETS = "/assets/"
"""Below it lie style, script and fonts of the package: nothing that anybody entered."""
MOST_FILES = 200
"""Files of one request: a folder of a year, dropped at once."""
MOST_BYTES = 5 * TOO_LARGE
"""Of one request with files; a single one may have `TOO_LARGE`, as all evidence."""
MOST_WORDS = 2_000_000
"""Bytes of one request without files: a text that somebody typed."""
_FILES = "multipart/form-data"
_READING = frozenset({"GET", "HEAD"})
_OWN_SITES = frozenset({"same-origin", "none"})
"""`Sec-Fetch-Site` of a request from a page of the desk, and of an address that somebody opened."""
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # With `no-referrer` a browser says `Origin: null` when a form is sent.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Refusal(StrEnum):
    """Why a request is not answered; its words stand in `desk.refused-…`."""

    HOST = "host"
    """Asked by another name than this machine's."""
    ORIGIN = "origin"
    """Sent by a page of another site."""
    TOKEN = "token"  # noqa: S105 -- a name
    """Without the cookie that the token is exchanged for."""
    SPENT = "spent"
    """With a token that is wrong or was used before."""
    SIZE = "size"
    """With more bytes or files than are taken at once."""
    UNREADABLE = "unreadable"
    """What was sent is no form of the desk."""
    NOWHERE = "nowhere"
    """There is no such page."""
    BROKEN = "broken"
    """A fault of the desk itself."""


STATUSES: Mapping[Refusal, int] = {
    Refusal.SIZE: 413,
    Refusal.UNREADABLE: 400,
    Refusal.NOWHERE: 404,
    Refusal.BROKEN: 500,
}
"""The status of an answer that refuses; 403 of all others."""


@dataclass(slots=True)
class Door:
    """The way into one running desk: its port, the token that opens it once, the cookie then."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """The value of the cookie."""
    is_spent: bool = False

    @property
    def address(self) -> str:
        """What the browser is opened at."""
        return f"http://{HOST}:{self.port}{OPEN}?token={self.token}"

    @property
    def cookie(self) -> str:
        """The name of the cookie: browsers keep those of all ports of a machine together."""
        return f"oit-desk-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which the desk may be asked."""
        return frozenset({f"{HOST}:{self.port}", f"localhost:{self.port}"})

    def takes(self, token: str) -> bool:
        """Whether this is the token, for the first time."""
        if self.is_spent or not _same(token, self.token):
            return False
        self.is_spent = True
        return True


class Guard:
    """Lets an application answer only what `refusal` has nothing against, and limits what it reads.

    `answer` makes the page that says why a request is refused.
    """

    def __init__(self, app: ASGIApp, door: Door, answer: Callable[[Refusal], Response]) -> None:
        self._app = app
        self._door = door
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":  # the server starts and ends
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        app: ASGIApp = self._at_the_door(request) or self._app
        await app(scope, _bounded(receive, most_bytes(request)), _with_headers(send))

    def _at_the_door(self, request: Request) -> Response | None:
        """The answer to who may not come in, or comes in just now."""
        if why := refusal(request, self._door):
            return self._answer(why)
        if request.url.path != OPEN:
            return None
        if not self._door.takes(request.query_params.get("token", "")):
            return self._answer(Refusal.SPENT)
        response = RedirectResponse(HOME, status_code=303)
        response.set_cookie(self._door.cookie, self._door.key, httponly=True, samesite="strict")
        return response


def refusal(request: Request, door: Door) -> Refusal | None:
    """What speaks against answering a request; `None` where nothing does."""
    hosts = request.headers.getlist("host")
    if len(hosts) != 1 or hosts[0] not in door.hosts:
        return Refusal.HOST
    if not _is_from_here(request, hosts[0]):
        return Refusal.ORIGIN
    if not _may_enter(request, door):
        return Refusal.TOKEN
    length = request.headers.get("content-length", "0")
    return Refusal.SIZE if int(length) > most_bytes(request) else None


def most_bytes(request: Request) -> int:
    """How large the body of a request may be."""
    has_files = request.headers.get("content-type", "").startswith(_FILES)
    return MOST_BYTES if has_files else MOST_WORDS


def _is_from_here(request: Request, host: str) -> bool:
    """Whether no other site sent a request; what changes something has to say where it is from."""
    origins = request.headers.getlist("origin")
    if request.headers.get("sec-fetch-site", "none") not in _OWN_SITES:
        return False
    return origins == [f"http://{host}"] or (not origins and request.method in _READING)


def _may_enter(request: Request, door: Door) -> bool:
    if request.url.path == OPEN:
        return request.method == "GET"
    if request.url.path.startswith(ASSETS):
        return True
    return _same(request.cookies.get(door.cookie, ""), door.key)


def _same(given: str, expected: str) -> bool:
    return secrets.compare_digest(given.encode(), expected.encode())


def _bounded(receive: Receive, most: int) -> Receive:
    """What is received, up to a number of bytes: a body may be longer than it said."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(STATUSES[Refusal.SIZE])
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_HEADERS)
        await send(message)

    return sending
