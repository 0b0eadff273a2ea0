"""What an evidence entry discloses, told apart by its content (design: "Recorded").

An entry is the same whatever its title, the name of its file or its place in the list, and however
its text is set.
"""

import hashlib

from oit.web_address import web_address

STATED_NONE = "none"
"""The content of every stated nothing: the reason is not what counts."""


def content_of_file(sha256: str) -> str:
    """The content of an entry with a file: its bytes."""
    return f"file:{sha256}"


def content_of_url(address: str) -> str:
    """The content of a link: where it leads, however the scheme and the host are written."""
    parts = web_address(address.strip())
    if parts is None or parts.hostname is None:
        return f"url:{address.strip()}"
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    host = parts.hostname.removeprefix("www.")
    return f"url:{host}{port}{parts.path.rstrip('/')}{query}"


def content_of_section(text: str) -> str | None:
    """The content of a section: its text as it is compared; `None` where it has none."""
    return f"section:{hashlib.sha256(text.encode()).hexdigest()}" if text else None
