"""Orders carried out in thought on a site, with nobody there to ask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from helpers.commands import CACHE
from helpers.made_files import pdf
from oit.entry.orders import Kind, Order
from oit.entry.prompts import NOBODY
from oit.entry.selection import Request, Session, open_session
from oit.system.locking import alone_in

DAY = "2025-05-08"
APRIL = Request("O1", "2025-04", "monthly-summary")
POST = "หัวหน้าฝ่ายการคลัง"
NOTE = "ตรวจแล้ว: ไม่เปลี่ยนแปลง"


@contextmanager
def session_at(site: Path, day: str = DAY, told: list[str] | None = None) -> Iterator[Session]:
    """The site on a day, for this process alone; what is told on the way goes into `told`."""
    variables = {"OIT_CACHE": str(CACHE), "OIT_AS_OF": day, "OIT_LANG": "", "OIT_GATE": ""}
    alone = alone_in(site, "a test", lambda _: None)
    tell = ([] if told is None else told).append
    with mock.patch.dict(os.environ, variables), open_session(site, alone, NOBODY, tell) as session:
        yield session


def written_pdf(folder: Path, text: str) -> Path:
    """A file of a division; other words make another file."""
    path = folder / "เม.ย. 68.pdf"
    path.write_bytes(pdf(text))
    return path


def nothing_in_april(reason: str = "ไม่มีการจัดซื้อ") -> Order:
    """The statement that a month had nothing."""
    return Order(Kind.NONE, APRIL, text=reason)


def confirmation(post: str = POST) -> Order:
    """A review of O1."""
    return Order(Kind.CONFIRM, Request("O1"), text=NOTE, post=post)


def link_in_april(address: str) -> Order:
    """A link for April."""
    return Order(Kind.LINK, APRIL, text=address)
