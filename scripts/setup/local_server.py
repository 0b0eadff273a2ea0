"""A site on this machine, compressed as a real server does it: for measuring it."""

import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Otherwise what is sent after the headers waits some 40 ms for a browser's acknowledgement.
    disable_nagle_algorithm = True

    def send_head(self) -> Any:
        """Headers, and the file: compressed where it is text."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        media_type = self.guess_type(str(file))
        if not file.is_file() or not media_type.startswith(_COMPRESSED):
            return super().send_head()
        data = _compressed(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- its name there
        """Say nothing."""


@functools.lru_cache(maxsize=256)
def _compressed(data: bytes) -> bytes:
    """A text as it is sent, kept: real servers do not make the browser wait for it each time."""
    return gzip.compress(data)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Address of the site while it is served."""
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
