"""The text of a record as HTML, in one piece."""

from collections.abc import Callable, Mapping

from oit.records.markup import render_passages


def render(body: str, *, anchor: Callable[[str], str], below: int, files: Mapping[str, str]) -> str:
    """The whole of a body, not yet sanitised."""
    ((_, html),) = render_passages(body, cuts=(), anchor=anchor, below=below, files=files)
    return html
