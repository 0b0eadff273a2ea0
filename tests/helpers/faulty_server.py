"""A web server on this machine that answers some addresses as a test wants it."""

import functools
import http.server
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int = 200
    body: bytes = b""
    media_type: str = "text/html"
    headers: Mapping[str, str] = field(default_factory=dict)
    said_length: int | None = None
    """Where it is more than the body has, the answer breaks off."""
    after_seconds: float = 0
    seconds_a_byte: float = 0
    header_seconds_a_byte: float = 0
    says_length: bool = True


Replies = Mapping[str, Reply | Sequence[Reply]]
"""By path; of several, one after the other, and the last one for ever."""


@dataclass
class Server:
    address: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and user agent of each request."""

    busiest: int = 0
    """The most requests that were under way at one time."""
    under_way: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def counted(self) -> Iterator[None]:
        with self.lock:
            self.under_way += 1
            self.busiest = max(self.busiest, self.under_way)
        yield
        with self.lock:
            self.under_way -= 1

    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given: object, server_: Server, replies: Replies, **named: str) -> None:
        self.known, self.replies = server_, replies
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        reply = self._reply()
        if reply is None:
            super().do_GET()
        else:
            self._send(reply, reply.body)

    def do_HEAD(self) -> None:
        reply = self._reply()
        if reply is None:
            super().do_HEAD()
        else:
            self._send(reply, b"")

    def _reply(self) -> Reply | None:
        asked = sum(path == self.path for path in self.known.paths())
        agent = self.headers.get("User-Agent", "")
        self.known.asked.append((self.command, self.path, agent))
        reply = self.replies.get(self.path)
        if reply is None or isinstance(reply, Reply):
            return reply
        return reply[min(asked, len(reply) - 1)]

    def _send(self, reply: Reply, body: bytes) -> None:
        with self.known.counted():
            time.sleep(reply.after_seconds)
        if reply.header_seconds_a_byte:
            self._drip(reply)
            return
        self.send_response(reply.status)
        if reply.media_type:
            self.send_header("Content-Type", reply.media_type)
        length = len(reply.body) if reply.said_length is None else reply.said_length
        if reply.says_length:
            self.send_header("Content-Length", str(length))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):  # who found it too long has gone
            for piece in _pieces(body, reply.seconds_a_byte):
                self.wfile.write(piece)

    def _drip(self, reply: Reply) -> None:
        """A header without an end, for two minutes at most."""
        with suppress(OSError):
            for piece in _pieces(b"HTTP/1.1 200 OK\r\nX: ", 0):
                self.wfile.write(piece)
            for piece in _pieces(b"x" * 6000, reply.header_seconds_a_byte):
                self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def _pieces(body: bytes, seconds_a_byte: float) -> Iterator[bytes]:
    if not seconds_a_byte:
        yield body
        return
    for byte in body:
        time.sleep(seconds_a_byte)
        yield bytes([byte])


@contextmanager
def faulty(folder: Path, replies: Replies) -> Iterator[Server]:
    """A file server of a folder that answers some paths otherwise."""
    known = Server("")
    handler = functools.partial(_Handler, server_=known, replies=replies, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    known.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()
