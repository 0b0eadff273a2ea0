"""All the strings that pages may repeat: of the documents, the tables, and what templates write."""

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from oit.audit.verify.published import PublishedSite
from oit.evidence.sniff import decode

_TEMPLATES = ("theme", "templates")
_SCHEMAS = ("evidence", "tables", "schemas")
_TAGS = re.compile(r"<!--.*?-->|\{#.*?#\}|<[^<>{}]*>|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_QUOTED = re.compile(r"""(?=["']([^"']+)["'])""")
"""Words within an expression of a template, or in an attribute."""
_SEPARATED = re.compile(r"[\n|;()]| · | \d[\d,.]*(?= |$)")
"""What parts a string into phrases; a name and the price behind it are two, as on pages."""


def strings_of(site: PublishedSite) -> frozenset[str]:
    """The strings of all documents and tables, whole and by their lines, and of templates."""
    documents = {path: data for path in site.documents if (data := site.data(path))}
    everything = {**documents, **site.tables}
    told = (each for path, data in everything.items() for each in _strings(path, data))
    return frozenset(map(one_line, told)) | packaged()


@cache
def packaged() -> frozenset[str]:
    """What templates write themselves, and the headings of the tables that the engine knows."""
    root = resources.files("oit")
    templates = (text for name in _TEMPLATES for text in _texts(root.joinpath(name), ".html"))
    schemas = _texts(root.joinpath(*_SCHEMAS), ".json")
    told = (
        *(words for text in templates for words in _of_template(text)),
        *(words for text in schemas for words in _leaves(json.loads(text))),
    )
    return frozenset(map(one_line, told)) - {""}


def one_line(text: str) -> str:
    """A text with blanks as single spaces."""
    return " ".join(text.split())


def _texts(folder: Traversable, end: str) -> Iterator[str]:
    """The files of a folder and those below it, by how their names end."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry, end)
        elif entry.name.endswith(end):
            yield entry.read_text("utf-8")


def _of_template(text: str) -> Iterator[str]:
    """What stands between tags, and the words in their quotation marks."""
    for tag in _TAGS.findall(text):
        yield from map(unescape, _QUOTED.findall(tag))
    yield from (unescape(words).strip(" ·›") for words in _TAGS.split(text))


def _strings(path: str, data: bytes) -> Iterator[str]:
    text = decode(data) or ""
    if path.endswith(".csv"):
        yield from _leaves(list(csv.reader(io.StringIO(text, newline=""))))
    elif path.endswith((".json", ".jsonld")):
        yield from _leaves(_parsed(text))


def _parsed(text: str) -> Any:
    """What a document says; nothing where it cannot be read, which is told already."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _leaves(node: Any) -> Iterator[str]:
    """The strings and numbers of a document, strings by their parts too."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            yield from _SEPARATED.split(part)
        elif isinstance(part, int | float):
            yield str(part)
        elif isinstance(part, dict | list):
            waiting.extend(part.values() if isinstance(part, dict) else part)
