"""Messages of fixed words and placeholders, read at once instead of sign by sign.

Nearly all messages are such. Mozilla's library takes long to load, and its parser most of a
millisecond for each. Where a value chooses among forms, each form is read as a message of its own.
What is not certain to be read rightly (several choices, or another message) is left to the library.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_NAME = "[A-Za-z][A-Za-z0-9_-]*"
_LINE_BELOW = r"\n(?: *\n)* +[^ .*\[}\n][^\n]*"
_TEXT = rf"[^\n]*(?:{_LINE_BELOW})*"
_ATTRIBUTE = re.compile(rf"\n[ \n]* \.({_NAME}) *=({_TEXT})")
_MESSAGE = re.compile(rf"{_NAME} *=({_TEXT})((?:\n[ \n]* \.{_NAME} *={_TEXT})*)[ \n]*")
_KEY = rf"\n +(\*?)\[ *({_NAME}|[0-9]+) *\] *"
_WORDS = r"[^ \n][^\n]*"
_VARIANT = re.compile(f"{_KEY}({_WORDS})")
_CHOICE = re.compile(rf"{{ *\$({_NAME}) *->((?:{_KEY}{_WORDS})+)\n *}}")
_COMMENT = re.compile(r"^#", re.MULTILINE)
_PLACEHOLDER = re.compile(rf'{{ *(?:\$({_NAME})|-({_NAME})|"([^"\\\n]*)") *}}')


class Template(NamedTuple):
    """A text in Python's own format (`None`: only the library can), and what it is filled with."""

    text: str | None
    names: frozenset[str]
    chosen_by: str = ""
    """The placeholder whose value chooses a form; empty where there is but one."""
    forms: tuple[tuple[str, str], ...] = ()
    """The text of each form by its key, in their order; `text` is that for all other values."""


def templates(source: str, words: Mapping[str, str]) -> Mapping[str, Template] | None:
    """A message and its attributes by name (its own text: the empty name), in their order.

    `words` are the texts of the terms, by name. `None`: it is not certain to be read rightly.
    `KeyError`: there is no such term.
    """
    text = _COMMENT.split(source, maxsplit=1)[0]
    if choice := _CHOICE.search(text):
        return _with_forms(text, choice, words)
    return _plain(text, words)


def _with_forms(
    text: str, choice: re.Match[str], words: Mapping[str, str]
) -> Mapping[str, Template] | None:
    """A message in which one value chooses, as a message for each of its forms."""
    variants = _VARIANT.findall(choice[2])
    if [default for default, _, _ in variants].count("*") != 1:
        return None
    read = {}
    for _, key, form in variants:
        read[key] = _plain(text[: choice.start()] + form + text[choice.end() :], words)
    forms = {key: parts for key, parts in read.items() if parts is not None}
    if len(forms) != len(variants):
        return None
    other = next(forms[key] for default, key, _ in variants if default)
    return {name: _chosen(name, choice[1], forms, part) for name, part in other.items()}


def _chosen(
    name: str, chosen_by: str, forms: Mapping[str, Mapping[str, Template]], other: Template
) -> Template:
    """A text by its forms; the choice may stand in another text of the message."""
    parts = {key: parts[name] for key, parts in forms.items()}
    if all(part == other for part in parts.values()):
        return other
    names = frozenset({chosen_by}).union(*(part.names for part in parts.values()))
    texts = tuple((key, str(part.text)) for key, part in parts.items())
    return Template(other.text, names, chosen_by, texts)


def _plain(source: str, words: Mapping[str, str]) -> Mapping[str, Template] | None:
    """A message without forms."""
    found = _MESSAGE.fullmatch(source)
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
