"""Where lines of Thai are not broken: within the words of this field and the office's names.

Words are wrapped in `<span class="nb">`, so that search, copied text and screen readers have the
text as it is. What an office discloses (tables, texts marked `data-as-written`) is left alone.
Commands in sentences, which the catalogue writes as plain text, are set as what is typed.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from oit.catalog import ids
from oit.catalog.sources import texts_of
from oit.escaping import tags_and_texts

_LONGEST = 20
"""Letters of the longest word that is kept whole: some 60 % of a narrow phone's line."""
_ARGUMENT = r"(?: (?:--?[a-z][a-z-]*|…|&#34;…&#34;))"
_OF_OIT = rf"oit (?:{'|'.join(sorted(ids('commands'), reverse=True))})(?![\w-]){_ARGUMENT}*"
_OF_OTHERS = rf"git [a-z]+{_ARGUMENT}+|python3? [a-z/]+\.py"
COMMAND = re.compile(rf"(?<![\w./-])({_OF_OIT}|{_OF_OTHERS})")
"""What is typed, within a sentence: a command with its options and the places of its values."""
_PROGRAMS = ("oit ", "git ", "python")
_KEPT = r'<span class="nb">\g<0></span>'
_NAME = re.compile(r"</?([a-z0-9]+)")
_LEFT_ALONE = frozenset({"table", "script", "style", "svg", "code", "pre", "select", "textarea"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "path", "rect"})
_AS_WRITTEN = "data-as-written"
_LEAVING = re.compile(rf"<(?:{'|'.join(sorted(_LEFT_ALONE))})")
"""How a tag begins after which text may be left alone; most need no closer look."""


def kept_together(html: str, names: Iterable[str] = ()) -> str:
    """The HTML of a page with the field's words, and the short ones of `names`, unbroken.

    The HTML is the engine's own or sanitised: a `<` in a text is always written as an entity.
    """
    words = _pattern(tuple(sorted({name for name in names if len(name) <= _LONGEST})))
    parts: list[str] = []
    inside: list[str] = []
    for piece in tags_and_texts(html):
        if piece[0] == "<":
            if inside or _LEAVING.match(piece) or _AS_WRITTEN in piece:
                _follow(piece, inside)
            parts.append(piece)
        elif piece.isspace():
            parts.append(piece)
        else:
            parts.append(piece if inside else _set(piece, words))
    return "".join(parts) or html


def _set(text: str, words: re.Pattern[str]) -> str:
    """A text with its commands as code, and the words between them unbroken."""
    if not any(program in text for program in _PROGRAMS):  # most have none: the quick way
        return words.sub(_KEPT, text)
    # Split at a group: what is at odd places is a command.
    return "".join(
        f'<code class="nb">{piece}</code>' if place % 2 else words.sub(_KEPT, piece)
        for place, piece in enumerate(COMMAND.split(text))
    )


def _follow(tag: str, inside: list[str]) -> None:
    """Keep the stack of the elements that are open within one that is left alone."""
    found = _NAME.match(tag)
    if not found or found[1] in _VOID or tag.endswith("/>"):
        return
    if tag.startswith("</"):
        if inside:
            inside.pop()
    elif inside or found[1] in _LEFT_ALONE or _AS_WRITTEN in tag:
        inside.append(found[1])


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The longest word first; never before a vowel or tone mark, which would be torn off."""
    words = {*texts_of(__package__, "kept_together.yml")["words"], *names}
    alternatives = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?:{alternatives})(?![\u0e30-\u0e3a\u0e45-\u0e4e])")
