"""What is asked of a published site, what it answers, and what is found wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Trouble(StrEnum):
    """Why there is no answer to judge; also the id of the check that reports it."""

    TIMED_OUT = "timed-out"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    NOT_LET_OUT = "not-let-out"
    """The proxy of this network did not give an answer."""
    BROKEN_OFF = "broken-off"
    LED_AWAY = "led-away"
    """A redirect to another site, or in a circle; a link out of the folder."""
    TOO_LARGE = "too-large"


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """What came back for one address."""

    status: int = 0
    """The HTTP status; 200 or 404 for a file of a folder; 0 where nothing answered."""
    media_type: str | None = None
    """As it was said, without parameters: empty where nothing was said, `None` of a folder."""
    data: bytes = b""
    trouble: Trouble | None = None
    detail: str = ""
    """The system's own words about the trouble."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageTarget:
    """A page, and the marks that it has to carry."""

    path: str
    subject: str
    """What it belongs to: `2568/O15`, or `2568`."""
    statuses: Mapping[str, str]
    """What is marked with `data-oit`, and its `data-oit-status`; empty where it has none."""
    requirements: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    """Ids that the index points to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileTarget:
    """A file, and what the index says of it."""

    path: str
    subject: str
    media_type: str | None = None
    bytes: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ExternalTarget:
    """An address elsewhere, of which only an answer is expected."""

    path: str
    subject: str


Target = PageTarget | FileTarget | ExternalTarget


@dataclass(frozen=True, kw_only=True, slots=True)
class Discrepancy:
    """Something that is not as the index says. `check` is a stable id."""

    check: str
    path: str
    subject: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_notice(self) -> bool:
        """Whether it is only told, and fails nothing."""
        return self.check in NOTICES

    @property
    def order(self) -> tuple[bool, str, str, str, tuple[tuple[str, str], ...]]:
        """Failures first, then by place."""
        params = tuple(sorted(self.params.items()))
        return (self.is_notice, self.path, self.subject, self.check, params)


NOTICES = frozenset({"media-type-unsaid"})
