"""What a page carries: its `data-oit` marks, its ids, and whether it asks for a password."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from oit.audit.verify.values import Discrepancy, PageTarget
from oit.evidence.sniff import decode


@dataclass(slots=True)
class Marks:
    """The marks of a page."""

    statuses: dict[str, set[str]] = field(default_factory=dict)
    """What is marked with `data-oit`, and each `data-oit-status` beside it."""
    requirements: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    asks_password: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marks = Marks()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "data-oit" in given:
            status = given.get("data-oit-status", "")
            self.marks.statuses.setdefault(given["data-oit"], set()).add(status)
        if "data-oit-requirement" in given:
            self.marks.requirements.add(given["data-oit-requirement"])
        if "id" in given:
            self.marks.ids.add(given["id"])
        if tag == "input" and given.get("type", "").lower() == "password":
            self.marks.asks_password = True


def marks_of(data: bytes) -> Marks:
    """The marks of a page; of bytes that are no text, none."""
    reader = _Reader()
    reader.feed(decode(data) or "")
    return reader.marks


def check_page(target: PageTarget, data: bytes) -> Iterator[Discrepancy]:
    """Marks that are gone, or differ from the index; a page that asks for a password instead."""
    marks = marks_of(data)
    if marks.asks_password and not marks.statuses:
        yield _of(target, "login-page")
        return
    for name, status in target.statuses.items():
        yield from _check_status(target, marks, name, status)
    for requirement in target.requirements:
        if requirement not in marks.requirements:
            yield _of(target, "marker-requirement", requirement=requirement)
    for anchor in target.anchors:
        if anchor not in marks.ids:
            yield _of(target, "anchor", anchor=anchor)


def _check_status(
    target: PageTarget, marks: Marks, name: str, status: str
) -> Iterator[Discrepancy]:
    if name not in marks.statuses:
        yield _of(target, "marker", marker=name)
    elif status and marks.statuses[name] != {status}:
        shown = ", ".join(sorted(marks.statuses[name]))
        yield _of(target, "marker-status", marker=name, found=shown, expected=status)


def _of(target: PageTarget, check: str, **params: str) -> Discrepancy:
    return Discrepancy(check=check, path=target.path, subject=target.subject, params=params)
