"""Messages of fixed words and placeholders alone, read at once instead of sign by sign.

Nearly all messages are such, and Mozilla's parser takes most of a millisecond for each. What is
not certain to be one (a message with forms, or one that names another) is left to that parser.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_NAME = "[A-Za-z][A-Za-z0-9_-]*"
_LINE_BELOW = r"\n(?: *\n)* +[^ .*\[}\n][^\n]*"
_TEXT = rf"[^\n]*(?:{_LINE_BELOW})*"
_ATTRIBUTE = re.compile(rf"\n[ \n]* \.({_NAME}) *=({_TEXT})")
_MESSAGE = re.compile(rf"{_NAME} *=({_TEXT})((?:\n[ \n]* \.{_NAME} *={_TEXT})*)[ \n]*")
_COMMENT = re.compile(r"^#", re.MULTILINE)
_PLACEHOLDER = re.compile(rf'{{ *(?:\$({_NAME})|-({_NAME})|"([^"\\\n]*)") *}}')


class Template(NamedTuple):
    """A text in Python's own format (`None`: only the library can), and what it is filled with."""

    text: str | None
    names: frozenset[str]


def templates(source: str, words: Mapping[str, str]) -> Mapping[str, Template] | None:
    """A message and its attributes by name (its own text: the empty name), in their order.

    `words` are the texts of the terms, by name. `None`: it is not certain to be read rightly.
    `KeyError`: there is no such term.
    """
    found = _MESSAGE.fullmatch(_COMMENT.split(source, maxsplit=1)[0])
    if not found or "\r" in source:
        return None
    attributes = _ATTRIBUTE.findall(found[2])
    own = [("", found[1])] if found[1].strip(" \n") or not attributes else []
    parts = {name: _template(_dedented(text), words) for name, text in (*own, *attributes)}
    known = {name: template for name, template in parts.items() if template}
    return known if len(known) == len(own) + len(attributes) else None


def _dedented(text: str) -> str:
    """A text without the blanks around it, and before all of its lines."""
    first, *below = (line if line.strip(" ") else "" for line in text.split("\n"))
    depth = min((len(line) - len(line.lstrip(" ")) for line in below if line), default=0)
    lines = [first.lstrip(" "), *(line[depth:] for line in below)]
    return "\n".join(lines).lstrip("\n").rstrip(" ")


def _template(text: str, words: Mapping[str, str]) -> Template | None:
    """`None` for an empty one, and for one with braces of another meaning."""
    if not text or re.search("[{}]", _PLACEHOLDER.sub("", text)):
        return None
    names = frozenset(name for name, _, _ in _PLACEHOLDER.findall(text) if name)
    terms = {term: words[term].strip() for _, term, _ in _PLACEHOLDER.findall(text) if term}
    # A term of several lines, or put together from others, is no plain text.
    if any(re.search(r"[{}\n]", word) for word in terms.values()):
        return None

    def filled(found: re.Match[str]) -> str:
        name, term, literal = found.groups()
        return f"{{{name}}}" if name else _escaped(terms[term] if term else literal)

    return Template(_PLACEHOLDER.sub(filled, text), names)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
