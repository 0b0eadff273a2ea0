"""The sample mark within a record's own text, made to be seen as it is elsewhere."""

import re

from oit.terms import SAMPLE_TH

_MARK = f'<strong class="oit-sample">{SAMPLE_TH}</strong>'
_TAG_OR_TEXT = re.compile(r'<[^"<>]*(?:"[^"]*"[^"<>]*)*>|[^<]+')
"""In sanitised HTML every attribute stands in double quotes and has none within."""


def with_sample_marks(html: str) -> str:
    """Sanitised HTML in whose text, never in a tag, the words of the mark are the mark."""
    return _TAG_OR_TEXT.sub(_marked, html)


def _marked(part: re.Match[str]) -> str:
    found = part.group()
    return found if found.startswith("<") else found.replace(SAMPLE_TH, _MARK)
