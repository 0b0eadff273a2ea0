"""What an evidence entry discloses, told apart by its content (design: "Recorded").

An entry is the same whatever its title, the name of its file or its place in the list, and however
its text is set.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from oit.evidence.characters import with_whole_sara_am
from oit.web_address import DEFAULT_PORTS, web_address

STATED_NONE = "none"
"""The content of every stated nothing: the reason is not what counts."""
# Characters of other categories than "format" and "control" that show nothing (Unicode,
# Default_Ignorable_Code_Point), and the blank pattern of Braille.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
# Letters and figures that an address has no need to escape (RFC 3986, 6.2.2.2).
_ESCAPED = re.compile("%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])")
_UNSEEN = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})


class _Seen(dict[int, int | None]):
    """For `str.translate`: takes out what shows nothing; each character is judged once."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) in _UNSEEN else code
        return self.setdefault(code, kept)


_SEEN = _Seen()


def comparable(text: str) -> str:
    """The text without blanks and invisible characters, each letter written in one way."""
    composed = with_whole_sara_am(unicodedata.normalize("NFC", text))
    # Once more: a character that was taken out may have kept two others apart.
    return unicodedata.normalize("NFC", _BLANK.sub("", composed.translate(_SEEN)))


@lru_cache(maxsize=4096)  # each cell and each confirmation of an item asks for the same texts
def text_digest(text: str) -> str:
    """SHA-256 of a text as it is compared."""
    return hashlib.sha256(comparable(text).encode("utf-8", "surrogatepass")).hexdigest()


def content_of_file(sha256: str) -> str:
    """The content of an entry with a file: its bytes."""
    return f"file:{sha256}"


def name_of_version(sha256: str, file: str) -> str:
    """The name under which an earlier version of a file is kept: `0123456789ab-summary.csv`.

    Of its hash twelve digits: thirteen could look like a person's number.
    """
    return f"{sha256[:12]}-{file}"


def content_of_url(address: str) -> str:
    """The content of a link: where it leads, however scheme, host and port are written."""
    parts = web_address(address.strip())
    if parts is None or parts.hostname is None:
        return f"url:{address.strip()}"
    is_usual = parts.port in (None, DEFAULT_PORTS[parts.scheme.lower()])
    port = "" if is_usual else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    host = parts.hostname.removeprefix("www.").rstrip(".")
    plain = _ESCAPED.sub(lambda escaped: unquote(escaped[0]), f"{parts.path.rstrip('/')}{query}")
    return f"url:{host}{port}{plain}"


def content_of_section(text: str) -> str | None:
    """The content of a section: its text as it is compared; `None` where it has none."""
    return f"section:{text_digest(text)}" if text else None


def digest_of(content: str) -> str:
    """SHA-256 of bytes, of a text, or of where a link leads: so a withdrawal knows it."""
    kind, _, rest = content.partition(":")
    return text_digest(content) if kind == "url" else rest


def digest_of_url(address: str) -> str:
    """The same of a link: one for every way to write its address."""
    return digest_of(content_of_url(address))
