"""Sites of many offices in memory, a web server that knows what has changed, and `oit harvest`."""

import copy
import functools
import hashlib
import http.server
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from helpers.commands import Finished, run
from oit.audit.harvest.judge import site_fault
from oit.audit.harvest.punctuality import Punctuality
from oit.audit.harvest.sites import Office, Site
from oit.contract.base import ModeName, Name

DAY = "2025-04-30"
LATE = ("O3", "tax-statistics")
"""What is published late where an office is late."""
INDEX = "api/v1/index.json"


def office(index: Mapping[str, Any], name: str, days_late: int = 0) -> dict[str, Any]:
    """An office's own index, made of that of a test site: nothing in it is a sample.

    Its first table of statistics is so many days late, and all that follows from it agrees.
    """
    made = copy.deepcopy(dict(index))
    made |= {
        "mode": "production",
        "office": {"id": name, "name": {"th": f"เขต {name}", "en": name}},
    }
    for item in made["rounds"][0]["items"]:
        item["sample"] = False
        for requirement in item["requirements"]:
            for cell in requirement["cells"]:
                for entry in cell["evidence"]:
                    entry["sample"] = False
                if days_late and (item["item"], requirement["id"]) == LATE:
                    _delay(cell, item, days_late)
                    days_late = 0
    return made


def _delay(cell: dict[str, Any], item: dict[str, Any], days: int) -> None:
    published = date.fromisoformat(cell["due_on"]) + timedelta(days)
    for entry in cell["evidence"]:
        entry["published"] = published.isoformat()
    cell |= {"state": "late", "days_late": days}
    item["late_count"] += 1


def made_site(
    name: str,
    *,
    late: int = 0,
    days: int | None = None,
    stale: int = 0,
    mode: ModeName = "production",
    fault: str = "",
    title: str = "",
) -> Site:
    """A site as a harvest knows it, of an office with ten cells."""
    address = f"https://{name}.example/"
    return Site(
        address=address,
        office=Office(
            id=name,
            official_code="",
            name=Name(th=title or f"สำนักงานเขต {name}", en=name),
            mode=mode,
            has_samples=False,
            as_of=date(2025, 4, 30),
            years=(2567, 2568),
            score="95.45",
            commit="",
            generator="",
            punctuality=Punctuality(
                judged_count=10,
                in_time_count=10 - late,
                late_count=late,
                missing_count=0,
                median_days_late=days,
                stale_count=stale,
            ),
        ),
        faults=(site_fault(fault, address, id=name, other=address),) if fault else (),
        is_kept=bool(fault),
    )


def encoded(index: Mapping[str, Any]) -> bytes:
    return json.dumps(index, ensure_ascii=False).encode()


@dataclass
class Offices:
    """A server with one site in each folder; what it was asked is counted."""

    address: str = ""
    indexes: dict[str, bytes] = field(default_factory=dict)
    """By the folder of the site; what is not there is answered with 404."""
    asked: list[tuple[str, int]] = field(default_factory=list)
    """The folder and the status of each answer."""
    agents: set[str] = field(default_factory=set)
    busiest: int = 0
    under_way: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    """How long a site thinks before it answers, by its folder."""
    says: str = "ETag"
    """The header by which a version is known; the other one is `Last-Modified`."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def site(self, folder: str) -> str:
        return f"{self.address}/{folder}/"

    def statuses(self) -> dict[str, int]:
        return dict(self.asked)


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, *given: Any, offices: Offices) -> None:
        self.offices = offices
        super().__init__(*given)

    def do_GET(self) -> None:
        known = self.offices
        with known.lock:
            known.under_way += 1
            known.busiest = max(known.busiest, known.under_way)
            known.agents.add(self.headers["User-Agent"])
        folder = self.path.split("/")[1]
        time.sleep(known.seconds.get(folder, 0))
        data = known.indexes.get(folder)
        asked = "If-None-Match" if known.says == "ETag" else "If-Modified-Since"
        version = f'"{hashlib.sha256(data or b"").hexdigest()}"'
        is_known = self.headers.get(asked) == version
        status = 404 if data is None else 304 if is_known else 200
        with known.lock:
            known.asked.append((folder, status))
            known.under_way -= 1
        with suppress(OSError):  # who asked may have gone
            self._answer(status, version, data or b"")

    def _answer(self, status: int, version: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header(self.offices.says, version)
        if status == 200:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if status == 200:
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def serving(indexes: Mapping[str, bytes]) -> Iterator[Offices]:
    """A server of these indexes, by the folders of their sites."""
    known = Offices(indexes=dict(indexes))
    handler = functools.partial(_Handler, offices=known)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    known.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()


def harvest(
    folder: Path, sites: str | bytes, *options: str, day: str = DAY, language: str = "th"
) -> Finished:
    """`oit harvest` of a list, into the folder `out` beside it, without a pause."""
    data = sites.encode() if isinstance(sites, str) else sites
    (folder / "sites.txt").write_bytes(data)
    words = ("harvest", "sites.txt", "--output", "out", "--pause", "0", *options)
    return run("oit", *words, cwd=folder, OIT_AS_OF=day, OIT_LANG=language)


def harvested(folder: Path, sites: str, *options: str, **named: str) -> dict[str, Any]:
    """The same for programs, with the exit status that goes with it."""
    done = harvest(folder, sites, "--format", "json", *options, **named)
    found: dict[str, Any] = json.loads(done.stdout)
    is_red = any(site["faults"] for site in found["sites"])
    assert done.returncode == (1 if is_red else 0), done.stderr
    return found
