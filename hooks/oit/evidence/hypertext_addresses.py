"""Where links, pictures and styles of hypertext lead: within the site, abroad, into a program."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

_LINK_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
# Browsers leave these out of an address before they read its scheme (URL standard, 4.4).
_LEFT_OUT = re.compile("[\\t\\n\\r]")
_DOT = re.compile("%2e", re.IGNORECASE)
_AT_ENDS = "".join(map(chr, range(0x21)))
_PICTURE_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
# Browsers take a backslash for a slash.
_STYLE_ADDRESS = re.compile(r"(?:https?:)?[/\\]{2}[^\s\"')]+", re.IGNORECASE)
_STYLE_PROGRAM = re.compile(r"expression\s*\(|javascript:|behavior\s*:|-moz-binding", re.IGNORECASE)
_NAMESPACES = "http://www.w3.org/"
"""Names of XML languages begin so; nothing is fetched by them."""
ACTIVE, FOREIGN, OUTSIDE = "active", "foreign", "outside"


class Page(Struct, frozen=True):
    """Where a page stands, and what it may load from elsewhere."""

    depth: int
    """Folders between the root of the site and the page."""
    allowed_hosts: frozenset[str] = frozenset()


class AnyHost(frozenset[str]):
    """All hosts: for pages of which nobody knows what they may load."""

    def __contains__(self, host: object) -> bool:
        return bool(host)


def judged_link(value: str, page: Page) -> str | None:
    """What is wrong with the target of a link: it runs something, or leaves the site by `..`."""
    address = _cleaned(value)
    scheme = _scheme(address)
    if scheme not in _LINK_SCHEMES:
        return ACTIVE
    is_relative = not scheme and not address.startswith(("/", "#", "?", "\\"))
    return OUTSIDE if is_relative and _climbs_above(address, page.depth) else None


def judged_load(value: str, page: Page) -> str | None:
    """What is wrong with an address that is fetched with the page."""
    address = _cleaned(value)
    if _PICTURE_DATA.match(address):
        return None
    if _is_abroad(address):
        return None if _host(address) in page.allowed_hosts else FOREIGN
    return ACTIVE if _scheme(address) else judged_link(address, page)


def loads_of(attribute: str, value: str) -> Iterator[str]:
    """The addresses in an attribute; `srcset` has several, each with its width."""
    if not attribute.endswith("srcset"):
        yield value
        return
    yield from (entry.split()[0] for entry in value.split(",") if entry.split())


def is_allowed_embed(name: str, source: str | None, page: Page) -> bool:
    """Whether an element only shows what an allowed host offers: a map in an `iframe`."""
    return name == "iframe" and bool(source) and _host(_cleaned(source or "")) in page.allowed_hosts


def foreign_in_style(css: str, page: Page) -> Iterator[tuple[str, str]]:
    """What a style sheet loads from other hosts or runs: the danger, and the text that shows it."""
    text = unescaped_style(css)
    if match := _STYLE_PROGRAM.search(text):
        yield ACTIVE, match[0]
    for match in _STYLE_ADDRESS.finditer(_LEFT_OUT.sub("", text)):
        if not match[0].startswith(_NAMESPACES) and _host(match[0]) not in page.allowed_hosts:
            yield FOREIGN, match[0]


def unescaped_style(css: str) -> str:
    """A style sheet without comments and escapes, as browsers read it."""
    return _ESCAPE.sub(_character, _COMMENT.sub("", css))


def _character(escape: re.Match[str]) -> str:
    """The character of a CSS escape (CSS Syntax 3, 4.3.7)."""
    if not escape[1]:
        return escape[2]
    number = int(escape[1], 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"


def _cleaned(address: str) -> str:
    return _LEFT_OUT.sub("", address).strip(_AT_ENDS)


def _scheme(address: str) -> str:
    before, colon, _ = address.partition(":")
    is_scheme = colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", before)
    return before.lower() if is_scheme else ""


def _is_abroad(address: str) -> bool:
    # Browsers take a backslash for a slash.
    plain = address.replace("\\", "/")
    return plain.startswith("//") or _scheme(plain) in ("http", "https")


def _host(address: str) -> str:
    """The host of an `https` address; empty for any other, which no policy allows."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_plain = parts.scheme == "https" and not parts.username and not parts.port
    return (parts.hostname or "") if is_plain else ""


def _climbs_above(address: str, depth: int) -> bool:
    """Whether a relative address leads further above its own folder than that, at any part."""
    dotted = _DOT.sub(".", address)
    if dotted.count("..") <= depth:
        return False
    height = highest = 0
    for part in re.split(r"[/\\]", re.split("[?#]", dotted)[0]):
        height += {"..": 1, ".": 0, "": 0}.get(part, -1)
        highest = max(highest, height)
    return highest > depth
