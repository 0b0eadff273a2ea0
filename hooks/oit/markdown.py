"""Strangers' text in Markdown: read as it is written, acting on nothing."""

import re

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_ON_A_FORGE = re.compile(r"[\\`*_\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text with a backslash before every sign that means something in Markdown."""
    return _SIGNS.sub(r"\\\1", text)


def inert(text: str) -> str:
    """The text on a forge, in a table too: nobody is called by `@name`, no address is a link."""
    return _ON_A_FORGE.sub(lambda sign: f"&#{ord(sign[0])};", text)
