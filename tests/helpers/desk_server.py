"""A desk that is served on this machine, and requests to it that no browser would make."""

import re
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPResponse

from oit.desk.app import desk_app
from oit.desk.engine import Engine
from oit.desk.guard import HOST, OPEN, Door
from oit.desk.serving import listening, server_of

BOUNDARY = "parts-of-a-form"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a request."""

    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def leads_to(self) -> str:
        return self.headers.get("location", "")

    @property
    def words(self) -> str:
        """The page as it is read: what keeps lines from breaking within a word is left out."""
        return re.sub(r'<(span|code) class="nb">([^<]*)</\1>', r"\2", self.body)


@dataclass(slots=True)
class Served:
    """A desk, and what it said on the terminal."""

    door: Door
    said: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"{HOST}:{self.door.port}"

    @property
    def of_a_page(self) -> dict[str, str]:
        """The headers of a request from the desk's own page, once it is open."""
        return {
            "Host": self.host,
            "Origin": f"http://{self.host}",
            "Sec-Fetch-Site": "same-origin",
            "Cookie": f"{self.door.cookie}={self.door.key}",
        }

    def ask(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str | None] | None = None,
        body: bytes = b"",
        form: str = FORM,
    ) -> Reply:
        """The answer to a request as the page makes it, but for some headers; `None` leaves out."""
        usual = {"Content-Type": form, "Content-Length": str(len(body)), "Connection": "close"}
        lines = self.of_a_page | usual | dict(headers or {})
        sent = "".join(f"{name}: {text}\r\n" for name, text in lines.items() if text is not None)
        return self.raw(f"{method} {path} HTTP/1.1\r\n{sent}\r\n".encode("latin-1") + body)

    def raw(self, request: bytes) -> Reply:
        """The answer to bytes."""
        with socket.create_connection((HOST, self.door.port), timeout=30) as connection:
            connection.sendall(request)
            answer = HTTPResponse(connection, method=request.partition(b" ")[0].decode())
            answer.begin()
            headers = {name.lower(): text for name, text in answer.getheaders()}
            return Reply(answer.status, headers, answer.read().decode("utf-8"))

    def post(self, path: str, **texts: str) -> Reply:
        """The answer to a form of texts."""
        return self.ask(path, "POST", body=in_parts(texts), form=PARTS)

    def send(self, path: str, files: Mapping[str, bytes], field_name: str = "file") -> Reply:
        """The answer to a form of files."""
        return self.ask(path, "POST", body=in_parts({}, files, field_name), form=PARTS)


PARTS = f"multipart/form-data; boundary={BOUNDARY}"


def in_parts(
    texts: Mapping[str, str], files: Mapping[str, bytes] | None = None, field_name: str = "file"
) -> bytes:
    """A form as `multipart/form-data`."""
    parts = [(f'name="{name}"', text.encode()) for name, text in texts.items()]
    for name, data in (files or {}).items():
        parts.append((f'name="{field_name}"; filename="{name}"', data))
    written = (
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + data + b"\r\n"
        for head, data in parts
    )
    return b"".join(written) + f"--{BOUNDARY}--\r\n".encode()


@contextmanager
def served(engine: Engine, watched: str = "") -> Iterator[Served]:
    """A desk on a free port, until the end of the test."""
    with listening(0) as listener:
        desk = Served(Door(listener.getsockname()[1]))
        server = server_of(desk_app(engine, desk.door, desk.said.append, watched))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield desk
        finally:
            server.should_exit = True
            thread.join()


def opened(desk: Served) -> Reply:
    """The answer to the address that the command prints."""
    path = f"{OPEN}?token={desk.door.token}"
    return desk.ask(path, headers={"Cookie": None, "Origin": None, "Sec-Fetch-Site": "none"})
