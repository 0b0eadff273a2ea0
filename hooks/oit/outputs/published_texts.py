"""The texts in a file of the site, as a reader or a program sees them: what the last look searches.

Besides the file as it is: values of JSON, cells of CSV, blocks of HTML and XML, and the long lines
of calendars, which their standard folds.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping

from oit.evidence.hypertext import shown_texts
from oit.evidence.hypertext_addresses import unescaped_style
from oit.evidence.hypertext_names import HYPERTEXT
from oit.evidence.inspect import extension

_JSON = ("json", "jsonld", "geojson")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


def texts_of(path: str, text: str) -> Iterator[str]:
    """Each text in a file, which may be there twice."""
    yield from (_unescaped(text) if extension(path) in _JSON else text).split("\n")
    if read := _READERS.get(extension(path)):
        yield from read(text)


def _unescaped(text: str) -> str:
    """JSON with its letters as they are: words before a number may be escaped (RFC 8259, 7)."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)


def _values(text: str) -> Iterator[str]:
    try:
        waiting = [json.loads(text)]
    except ValueError:  # no JSON after all: its lines have been given
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += (*value, *value.values())
        elif isinstance(value, list):
            waiting += value


def _cells(text: str) -> Iterator[str]:
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            yield from row
    except csv.Error:  # the same
        return


def _unfolded(text: str) -> Iterator[str]:
    """Lines of a calendar (RFC 5545, 3.1)."""
    yield from text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")


_READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    **dict.fromkeys(HYPERTEXT, shown_texts),
    **dict.fromkeys(_JSON, _values),
    "css": lambda text: iter(unescaped_style(text).split("\n")),
    "csv": _cells,
    "ics": _unfolded,
}
