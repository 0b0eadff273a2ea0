"""What a published page must carry: its `data-oit` marks and its ids, and no login form."""

from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct, field

from oit.audit.verify.values import Discrepancy, PageTarget
from oit.evidence.sniff import decode

_PASSWORD = b"password"
"""Without the word, a page need not be read to know that it asks for none."""


class Marks(Struct):
    """What a page carries, as far as it is checked."""

    statuses: dict[str, set[str]] = field(default_factory=dict)
    """Values of `data-oit`, each with the values of `data-oit-status` beside it."""
    requirements: set[str] = field(default_factory=set)
    """Values of `data-oit-requirement`."""
    ids: set[str] = field(default_factory=set)
    asks_password: bool = False


class _MarkParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marks = Marks()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "data-oit" in attributes:
            status = attributes.get("data-oit-status", "")
            self.marks.statuses.setdefault(attributes["data-oit"], set()).add(status)
        if "data-oit-requirement" in attributes:
            self.marks.requirements.add(attributes["data-oit-requirement"])
        if "id" in attributes:
            self.marks.ids.add(attributes["id"])
        if tag == "input" and attributes.get("type", "").lower() == "password":
            self.marks.asks_password = True


def marks_of(data: bytes) -> Marks:
    """The marks of a page; none where the bytes are no text."""
    parser = _MarkParser()
    parser.feed(decode(data) or "")
    return parser.marks


def is_login(data: bytes) -> bool:
    """Whether a login form came in place of the page, of which nothing else is to be said."""
    return _PASSWORD in data.lower() and _asks_to_log_in(marks_of(data))


def _asks_to_log_in(marks: Marks) -> bool:
    return marks.asks_password and not marks.statuses


def check_page(target: PageTarget, data: bytes) -> Iterator[Discrepancy]:
    """Marks that are missing or differ from the index, or a login page in place of the page."""
    marks = marks_of(data)
    if _asks_to_log_in(marks):
        yield _discrepancy(target, "login-page")
        return
    for name, status in target.statuses.items():
        yield from _check_status(target, marks, name, status)
    for requirement in target.requirements:
        if requirement not in marks.requirements:
            yield _discrepancy(target, "marker-requirement", requirement=requirement)
    for anchor in target.anchors:
        if anchor not in marks.ids:
            yield _discrepancy(target, "anchor", anchor=anchor)


def _check_status(
    target: PageTarget, marks: Marks, name: str, status: str
) -> Iterator[Discrepancy]:
    if name not in marks.statuses:
        yield _discrepancy(target, "marker", marker=name)
    elif status and marks.statuses[name] != {status}:
        found = ", ".join(sorted(marks.statuses[name]))
        yield _discrepancy(target, "marker-status", marker=name, found=found, expected=status)


def _discrepancy(target: PageTarget, check: str, **params: str) -> Discrepancy:
    return Discrepancy(check=check, path=target.path, subject=target.subject, params=params)
