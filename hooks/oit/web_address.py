"""Which texts are web addresses: one rule for records, links, verification and fetching."""

import re
from urllib.parse import SplitResult, urlsplit

FORM_PATTERN = r"^https?://[^\s/?#]+\S*$"
"""The part of the rule that the browser form can check; `web_address` decides."""
_SHAPE = re.compile(FORM_PATTERN.removeprefix("^").removesuffix("$"), re.IGNORECASE)


def web_address(text: str) -> SplitResult | None:
    """The parts of an absolute `http` or `https` address, `None` for any other text.

    The scheme may be in either case (RFC 3986, 3.1). There is a host, not only a user's name
    (`https://user@/x` has none), the port is a number up to 65535, and nothing is invisible.
    """
    # Not printable: format characters, by which one host can be made to look like another.
    if not _SHAPE.fullmatch(text) or not text.isprintable():
        return None
    try:
        parts = urlsplit(text)
        is_complete = bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, or an IPv6 address without its bracket
        return None
    return parts if is_complete else None


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute `http` or `https` address."""
    return web_address(text) is not None


def host_of(address: str) -> str:
    """`bmaoss.bangkok.go.th`: the host by which people know an address, and its port if any.

    In lower case, and without a user's name, which could be made to look like another host.
    Empty for a text that is no web address.
    """
    parts = web_address(address.strip())
    if parts is None or parts.hostname is None:
        return ""
    return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
