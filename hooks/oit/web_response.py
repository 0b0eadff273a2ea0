"""What came back for an address of a site, and what asking costs: `system` asks, `audit` judges.

A file read from a folder gives the same value as a web server, so that a copy of a site is
verified like the site itself.
"""

from enum import StrEnum

from msgspec import Struct, field

_MEGABYTE = 1_000_000


class Trouble(StrEnum):
    """Why there is no response to judge; also the id of the check that reports it."""

    TIMED_OUT = "timed-out"
    UNREACHABLE = "unreachable"
    CERTIFICATE_INVALID = "certificate-invalid"
    """The TLS certificate is not valid for the host."""
    PROXY_REFUSED = "proxy-refused"
    """The proxy of this network refused or failed."""
    INCOMPLETE_READ = "incomplete-read"
    """The connection ended in the middle of the body."""
    REDIRECTED_AWAY = "redirected-away"
    """A redirect to another site, or in a circle; a symbolic link out of the folder."""
    TOO_LARGE = "too-large"


class Version(Struct, frozen=True, kw_only=True):
    """By what a server knows a version of a file again (RFC 9110, 13.1); empty where it said none.

    Sent back with the next request, it asks for the file only where that has changed.
    """

    etag: str = ""
    last_modified: str = ""


class Response(Struct, frozen=True, kw_only=True):
    """Status, type and body of one address, or the trouble because of which there is none."""

    status: int = 0
    """The HTTP status; 200 or 404 for a file of a folder; 0 where nothing answered."""
    media_type: str | None = None
    """`Content-Type` without parameters: empty where there was none, `None` for a folder."""
    data: bytes = b""
    trouble: Trouble | None = None
    detail: str = ""
    """What the operating system says about the trouble."""
    version: Version = field(default_factory=Version)


class RequestLimits(Struct, frozen=True, kw_only=True):
    """What one request may cost, and how often it is repeated."""

    seconds: float = 20
    """For a connection, and for each read of the body."""
    whole_seconds: float = 300
    """For all of it: connections, headers and body, with every retry."""
    megabytes: int = 100
    """Of 1,000,000 bytes."""
    retries: int = 3
    """After a status of `retry_on`, or a body that breaks off."""
    retries_unanswered: int = 1
    """After no connection, or no response."""
    back_off: float = 0.3
    """Seconds before the second retry; each later one waits twice as long."""
    retry_on: frozenset[int] = frozenset({429, 502, 503, 504})
    wait_at_most: int = 30
    """Seconds, however long `Retry-After` asks to wait."""

    @property
    def most_bytes(self) -> int:
        """The largest body that is read."""
        return self.megabytes * _MEGABYTE
