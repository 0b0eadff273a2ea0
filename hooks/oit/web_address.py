"""Which texts are web addresses: one rule for records, links, verification and fetching."""

import re
from urllib.parse import SplitResult, urlsplit

FORM_PATTERN = r"^https?://[^\s/?#]+\S*$"
"""The part of the rule that the browser form can check; `web_address` decides."""
_SHAPE = re.compile(FORM_PATTERN.removeprefix("^").removesuffix("$"), re.IGNORECASE)

# Without the scheme: to look for its beginning takes the square of a long word's length.
_CREDENTIALS = re.compile(r"(:[\\/]{2})[^\\/?#\s\"]*@")
"""The slashes of an address, and all that stands before the last `@` of the host."""
DEFAULT_PORTS = {"http": 80, "https": 443}


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


def has_credentials(address: str) -> bool:
    """Whether an address carries a user's name or a password, as `https://name:word@host/`."""
    return _CREDENTIALS.search(address) is not None


def without_credentials(text: str) -> str:
    """A text as it may be shown: `***` for the user's name and password of each address in it."""
    return _CREDENTIALS.sub(r"\1***@", text)


def is_same_origin(address: str, other: str) -> bool:
    """Whether scheme, host and port are the same (RFC 6454), a default port said or not."""
    origin = _origin(address)
    return origin is not None and origin == _origin(other)


def is_same_site(address: str, other: str) -> bool:
    """The same origin, or where sites move: from http to https, with or without `www.`.

    Only between the ports that a browser takes by default.
    """
    one, another = _origin(address), _origin(other)
    if one is None or another is None:
        return False
    is_usual = all(port == DEFAULT_PORTS[scheme] for scheme, _, port in (one, another))
    if not is_usual:
        return one == another
    return one[1].removeprefix("www.") == another[1].removeprefix("www.")


def _origin(address: str) -> tuple[str, str, int] | None:
    parts = web_address(address)
    if parts is None or parts.hostname is None:
        return None
    scheme = parts.scheme.lower()
    return scheme, parts.hostname, parts.port or DEFAULT_PORTS[scheme]
