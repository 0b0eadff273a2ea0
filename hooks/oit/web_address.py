"""Which texts are web addresses: one answer for records, links, verification and fetching."""

import re
from urllib.parse import SplitResult, urlsplit

FORM_PATTERN = r"^https?://[^\s/?#]+\S*$"
"""What the browser form can ask of one; `web_address` decides."""
_SHAPE = re.compile(FORM_PATTERN.removeprefix("^").removesuffix("$"), re.IGNORECASE)


def web_address(text: str) -> SplitResult | None:
    """The parts of an absolute `http` or `https` address, `None` for any other text.

    The scheme may be in either case (RFC 3986, 3.1). There is a host, not only a user's name
    (`https://user@/x` has none), the port is a number up to 65535, and nothing is invisible.
    """
    if not _SHAPE.fullmatch(text) or not text.isprintable():
        return None
    try:
        parts = urlsplit(text)
        is_complete = bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, or an IPv6 address that is not closed
        return None
    return parts if is_complete else None


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute `http` or `https` address."""
    return web_address(text) is not None


def host_of(address: str) -> str:
    """`bmaoss.bangkok.go.th`: the host by which people know an address, and its port if any.

    In lower case, and without a user's name, which could be made to look like another host.
    The empty text where the address is not one of the web.
    """
    parts = web_address(address.strip())
    if parts is None or parts.hostname is None:
        return ""
    return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
