"""The desk as a web application: a request in, one call of the engine, a page out.

The engine works on a thread of its own, one call at a time. What it refuses becomes a notice on the
page; whatever fails otherwise is told by its kind and place alone, since messages may hold names.
"""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from msgspec import Struct, field
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from oit.catalog import both
from oit.desk.engine import Engine, Upload, Written, answer, drop, enter, look, write
from oit.desk.fields import begun, typed_in
from oit.desk.guard import ASSETS, HOME, MOST_FILES, STATUSES, Door, Guard, Refusal
from oit.desk.pages import (
    MEGABYTES,
    Shown,
    check_page,
    desk_page,
    failed_page,
    refused_page,
    sent_page,
)
from oit.desk.things import shown_name
from oit.entry.refusals import RefusedError
from oit.evidence.inspect import TOO_LARGE
from oit.system.clock import SettingError
from oit.system.git import HistoryError
from oit.system.locking import HeldElsewhereError

Result = TypeVar("Result")
_HERE = Path(__file__).parent
_TOLD = (RefusedError, SettingError, HistoryError, HeldElsewhereError, OSError)
"""Errors that are told to whoever uses the desk."""
_REFUSALS = {404: Refusal.NOWHERE, 405: Refusal.NOWHERE, 413: Refusal.SIZE}


def desk_app(engine: Engine, door: Door, tell: Callable[[str], None], watched: str) -> ASGIApp:
    """The application of a desk behind its guard; `tell` gets a line for each fault of its own."""
    pages = _Pages(engine, watched)

    async def refused(request: Request, error: Exception) -> Response:  # noqa: ARG001 -- as Starlette calls it
        status = error.status_code if isinstance(error, HTTPException) else 400
        return _refused(_REFUSALS.get(status, Refusal.UNREADABLE))

    async def broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 -- as above
        tell(both("desk.broken-at", error=type(error).__name__, place=_place_of(error)))
        return _refused(Refusal.BROKEN)

    async def failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 -- as above
        return HTMLResponse(failed_page(_words_of(error)), 503)

    handlers = {HTTPException: refused, Exception: broken, **dict.fromkeys(_TOLD, failed)}
    app = Starlette(routes=[*pages.routes(), *_assets()], exception_handlers=handlers)
    return Guard(_each_by_one_look(app, engine), door, _refused)


def _each_by_one_look(app: ASGIApp, engine: Engine) -> ASGIApp:
    """The application; each request is answered by one look at the site."""

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        is_request = scope["type"] == "http"  # the server's own start lasts as long as it
        with engine.one_look() if is_request else nullcontext():
            await app(scope, receive, send)

    return answered


class _Pages(Struct):
    """The pages of one desk, and what its one user is to be told next."""

    engine: Engine
    watched: str
    notices: list[str] = field(default_factory=list)
    last: Written | None = None
    """What was written last, to be shown."""
    limiter: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))

    def routes(self) -> list[Route]:
        """Which address is answered by what."""
        return [
            Route(HOME, self.desk),
            Route("/version", self.version),
            Route("/files", self.files, methods=["POST"]),
            Route("/entry", self.entry, methods=["POST"]),
            Route("/answer", self.answer, methods=["POST"]),
            Route("/drop", self.drop, methods=["POST"]),
            Route("/check", self.check),
            Route("/write", self.write, methods=["POST"]),
            Route("/sent", self.sent),
            Route("/patch", self.patch),
        ]

    async def desk(self, request: Request) -> Response:
        """The desk; `about` names what its form is to be filled in for."""
        shown = await self._shown()
        about = request.query_params.get("about", "")
        return HTMLResponse(desk_page(replace(shown, typed=begun(about, shown.look.options))))

    async def version(self, request: Request) -> Response:  # noqa: ARG002 -- Starlette gives it
        """Whether the desk looks as before."""
        return PlainTextResponse((await self._work(look, self.engine)).version)

    async def files(self, request: Request) -> Response:
        """Files that arrive, one after the other."""
        async with request.form(max_files=MOST_FILES) as form:
            for sent in form.getlist("file"):
                if upload := await self._upload(sent):
                    await self._try(self.engine.receive, upload.name, upload.data)
        return _see(HOME)

    async def entry(self, request: Request) -> Response:
        """The form of one entry; where it cannot be taken, it comes back as it was typed."""
        async with request.form(max_files=1) as form:
            typed, upload = typed_in(form), await self._upload(form.get("upload"))
        if await self._try(enter, self.engine, typed, upload):
            return _see(HOME)
        return HTMLResponse(desk_page(replace(await self._shown(), typed=typed)), 422)

    async def answer(self, request: Request) -> Response:
        """What somebody answers about a thing that arrived."""
        form = await _texts(request)
        given = (form.get("agrees", ""), form.get("reason", ""))
        await self._try(answer, self.engine, form.get("id", ""), form.get("target"), *given)
        return _see(f"{HOME}#arrived")

    async def drop(self, request: Request) -> Response:
        """Takes a thing off the desk."""
        form = await _texts(request)
        await self._try(drop, self.engine, form.get("id", ""))
        return _see(f"{HOME}#arrived")

    async def check(self, request: Request) -> Response:  # noqa: ARG002 -- Starlette gives it
        """What would be written, once more; the desk where that is nothing."""
        shown = await self._shown()
        return HTMLResponse(check_page(shown)) if shown.look.batch.difference else _see(HOME)

    async def write(self, request: Request) -> Response:
        """Write and send what was seen."""
        form = await _texts(request)
        seen = (form.get("title", ""), form.get("version", ""))
        is_written = await self._try(self._write, *seen)
        return _see("/sent" if is_written else "/check")

    async def sent(self, request: Request) -> Response:  # noqa: ARG002 -- Starlette gives it, and awaits
        """What became of what was written last."""
        return HTMLResponse(sent_page(self.last)) if self.last else _see(HOME)

    async def patch(self, request: Request) -> Response:  # noqa: ARG002 -- as above
        """The file to hand on, where what was written last made one."""
        path = Path(self.last.sent.patch) if self.last and self.last.sent.patch else None
        return FileResponse(path, filename=path.name) if path else _see(HOME)

    def _write(self, title: str, version: str) -> None:
        self.last = write(self.engine, title, version)

    async def _shown(self) -> Shown:
        """The desk as it is, with what its user has not been told yet."""
        seen = await self._work(look, self.engine)
        told, self.notices = tuple(self.notices), []
        return Shown(seen, notices=told, watched=self.watched)

    async def _upload(self, sent: object) -> Upload | None:
        """A file that was sent; `None` where none was, or where it is too large, which is told."""
        if not isinstance(sent, UploadFile) or not sent.filename:
            return None
        name = shown_name(sent.filename)
        if (sent.size or 0) > TOO_LARGE:
            self.notices.append(both("desk.too-large", file=name, megabytes=MEGABYTES))
            return None
        return Upload(name, await sent.read())

    async def _try(self, call: Callable[..., object], *arguments: object) -> bool:
        """Whether a call did what it was to do; if not, its user is told why."""
        try:
            await self._work(call, *arguments)
        except _TOLD as error:
            self.notices.append(_words_of(error))
        else:
            return True
        return False

    async def _work(self, call: Callable[..., Result], *arguments: object) -> Result:
        """What a call of the engine gives; there is never more than one."""
        return await to_thread.run_sync(call, *arguments, limiter=self.limiter)


async def _texts(request: Request) -> dict[str, str]:
    async with request.form(max_files=0) as form:
        return {name: text for name, text in form.items() if isinstance(text, str)}


def _see(address: str) -> Response:
    return RedirectResponse(address, status_code=303)


def _refused(why: Refusal) -> Response:
    return HTMLResponse(refused_page(why), STATUSES.get(why, 403))


def _assets() -> list[Mount]:
    """Style, script and fonts: those of the site, and the desk's own."""
    theme = StaticFiles(directory=_HERE.parent / "theme" / "assets")
    return [Mount(f"{ASSETS}site", theme), Mount(ASSETS, StaticFiles(directory=_HERE / "assets"))]


def _words_of(error: Exception) -> str:
    if not isinstance(error, OSError):
        return str(error)
    values = {"file": Path(str(error.filename or "")).name, "why": error.strerror or ""}
    return both("oit.disk-refused", **values)


def _place_of(error: BaseException) -> str:
    """The module and line at which something failed: no value, no name of a file that arrived."""
    at = extract_tb(error.__traceback__)[-1]
    return f"{Path(at.filename).name}:{at.lineno}"
