"""How long `mkdocs serve` takes from a saved record to the page that shows it."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from maintain.grown.years import SAMPLE_YEAR
from maintain.measured.offices import Office

_PAGE = f"{SAMPLE_YEAR}/o12/"
_WAIT = 0.02
"""Seconds between two looks."""
_PATIENCE = 600
"""Seconds after which it is given up."""


def saved_to_served(office: Office, turns: int) -> list[float]:
    """Seconds of each turn, of a server that runs on. Raises `TimeoutError`."""
    office.restore()
    with _served(office) as address:
        _until_shown(address, "")
        taken = [_shown_after(office, address, turn) for turn in range(turns + 1)]
    office.restore()
    return taken[1:]


def _shown_after(office: Office, address: str, turn: int) -> float:
    said = office.change(turn + 3000)
    begun = time.perf_counter()
    _until_shown(address, said.rpartition("(")[2])
    return time.perf_counter() - begun


@contextmanager
def _served(office: Office) -> Iterator[str]:
    """The address of the page while the office is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place)
    given = {**office.given("warm"), "OIT_GATE": "report"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=office.site, env=given, stdout=quiet, stderr=quiet
    ) as process:
        try:
            yield f"http://{place}/{_PAGE}"
        finally:
            process.terminate()


def _until_shown(address: str, words: str) -> None:
    """Look until the page is there and holds the words."""
    for _ in range(int(_PATIENCE / _WAIT)):
        if words in _text(address):
            return
        time.sleep(_WAIT)
    raise TimeoutError(address)


def _text(address: str) -> str:
    """The page, or a space-less nothing while there is none: what is looked for is not in it."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 -- our own
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""
