"""The texts in a file of the site, as a reader or a program sees them, and the numbers in them.

Besides the file as it is: values of JSON, cells of CSV, blocks of HTML and XML, and the long lines
of calendars, which their standard folds.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import AnyStr

from oit.evidence import id_numbers
from oit.evidence.hypertext import shown_texts
from oit.evidence.hypertext_addresses import unescaped_style
from oit.evidence.hypertext_names import HYPERTEXT
from oit.evidence.hypertext_plain import plain_tokens, without_inline_tags
from oit.evidence.inspect import extension
from oit.evidence.labels import BORDER
from oit.evidence.personal import id_digests_in_parts

_JSON = ("json", "jsonld", "geojson")
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"')
_STRING_ESCAPES = re.compile(r'(?:\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt]))+')
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")
_LINE = re.compile(r"^.*$", re.MULTILINE)
_TOGETHER = 5_000
"""Texts that are searched at once."""
_PART = 500_000
"""Letters of a part, or bytes, at least, where a text is searched part by part."""
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


def numbers_in_file(path: str, data: bytes) -> frozenset[str]:
    """A digest of each national ID number in a file.

    Most large files are JSON without any: of these only parts are decoded, one after the other.
    """
    if extension(path) in _JSON and not any(map(_may_be_in_json, _parts(data, b"}"))):
        return frozenset()
    return numbers_in(path, data.decode("utf-8-sig", "replace"))


def numbers_in(path: str, text: str) -> frozenset[str]:
    """A digest of each national ID number in a file.

    Few files have a candidate for one: the others are not taken apart.
    """
    at_once = _AT_ONCE.get(extension(path), _as_it_is)(text)
    if at_once is not None and not any(map(_may_have_a_number, at_once)):
        return frozenset()
    # Many at once: to search a hundred thousand cells one by one takes seconds.
    return id_digests_in_parts(_joined(texts_of(path, text)))


def _may_be_in_json(part: bytes) -> bool:
    return any(map(_may_have_a_number, _forms_of_json(part.decode("utf-8", "replace"))))


def _joined(texts: Iterator[str]) -> Iterator[str]:
    """Some thousand texts at a time: all those of a catalogue take ten times its size."""
    yield BORDER.join(islice(texts, _TOGETHER))
    while some := [*islice(texts, _TOGETHER)]:
        yield BORDER.join(some)


def _may_have_a_number(text: str) -> bool:
    """Whether one may be found, or what is encoded may hold one."""
    return id_numbers.may_be_in(text) or ("%" in text and bool(_PERCENT.search(text)))


def texts_of(path: str, text: str) -> Iterator[str]:
    """Each text in a file, which may be there twice."""
    yield from _lines(_unescaped(text) if extension(path) in _JSON else text)
    if read := _READERS.get(extension(path)):
        yield from read(text)


def _lines(text: str) -> Iterator[str]:
    """As `split` gives them, one after the other."""
    return (line[0] for line in _LINE.finditer(text))


# Below, for each kind of file a few texts such that whatever stands between two digits in one of
# `texts_of` is between them in one of these, or less; none where only taking it apart can tell.


def _as_it_is(text: str) -> tuple[str, ...]:
    return (text,)


def _whole_json(text: str) -> Iterator[str]:
    """Part by part: what is made of a catalogue of 20 MB would take five times as much memory."""
    return chain.from_iterable(map(_forms_of_json, _parts(text, "}")))


def _forms_of_json(text: str) -> Iterator[str]:
    if "\\" in text:
        yield _unescaped(text)
        yield _without_escapes(text)
    else:
        yield text


def _parts(text: AnyStr, brace: AnyStr) -> Iterator[AnyStr]:
    """A text cut before braces, as neither a number nor an escape goes over one."""
    start = 0
    while start < len(text):
        end = text.find(brace, start + _PART)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end


def _whole_style(text: str) -> tuple[str, ...] | None:
    return None if _has_escapes(text) else (text,)


def _whole_page(text: str) -> tuple[str, ...] | None:
    tokens = plain_tokens(text)
    tags = "".join(tokens or ())
    return None if tokens is None or _has_escapes(tags) else (tags, without_inline_tags(text))


def _whole_table(text: str) -> tuple[str, ...]:
    return text, text.replace('"', "")


def _whole_calendar(text: str) -> tuple[str, ...]:
    return text, _folds_removed(text)


def _has_escapes(css: str) -> bool:
    return "\\" in css or "/*" in css


def _unescaped(text: str) -> str:
    """JSON with its letters as they are: words before a number may be escaped (RFC 8259, 7)."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)


def _values(text: str) -> Iterator[str]:
    """All strings, keys too; of a text that is no JSON after all what stands in its quotes."""
    for found in _STRING.finditer(text):
        string = found[1]
        yield _without_escapes(string) if "\\" in string else string


def _without_escapes(json_text: str) -> str:
    return _STRING_ESCAPES.sub(lambda run: str(json.loads(f'"{run[0]}"')), json_text)


def _cells(text: str) -> Iterator[str]:
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            yield from row
    except csv.Error:  # no CSV after all: its lines have been given
        return


def _unfolded(text: str) -> Iterator[str]:
    """Lines of a calendar (RFC 5545, 3.1)."""
    yield from _folds_removed(text).split("\r\n")


def _folds_removed(text: str) -> str:
    return text.replace("\r\n ", "").replace("\r\n\t", "")


_READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    **dict.fromkeys(HYPERTEXT, shown_texts),
    **dict.fromkeys(_JSON, _values),
    "css": lambda text: iter(unescaped_style(text).split("\n")),
    "csv": _cells,
    "ics": _unfolded,
}
_AT_ONCE: Mapping[str, Callable[[str], Iterable[str] | None]] = {
    **dict.fromkeys(HYPERTEXT, _whole_page),
    **dict.fromkeys(_JSON, _whole_json),
    "css": _whole_style,
    "csv": _whole_table,
    "ics": _whole_calendar,
}
