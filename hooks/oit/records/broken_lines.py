"""A text that YAML cannot read, read on in thought: the line to write in place of each broken one.

A way to write a line (`likely_lines`) counts where the parser then gets further. A line for which
there is none is passed over, and what may follow from that is not told.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from oit.findings import Correction, DocumentError
from oit.records.likely_lines import (
    Line,
    begun_entries,
    indented_lines,
    joined_lines,
    likely_lines,
    repeated_lines,
    unclosed_lines,
)
from oit.records.strict_yaml import Document, Guess

_LONGEST = 50_000
"""Characters of a text that is read on: each attempt reads all of it."""
_MOST_ATTEMPTS = 60
_LINES_BEFORE = 2
"""Where the cause may stand, before the line at which the parser stops."""
_OF_ONE_LINE = frozenset({"yaml-broken", "yaml-alias", "yaml-tag", "yaml-duplicate-key"})
_DUPLICATE = "yaml-duplicate-key"
_PASSED_OVER = frozenset({"yaml-broken", _DUPLICATE})
_MOST_PASSED_OVER = 2
_OF_A_VALUE = frozenset({"yaml-alias", "yaml-tag"})


class BrokenLine(Struct, frozen=True):
    """What is wrong with a line, and what to write in its place, where that is known."""

    error: DocumentError
    correction: Correction | None = None


class _Attempt(Struct, frozen=True):
    """A text with one line put right, and how far the parser gets in it."""

    lines: list[str]
    result: Document | DocumentError
    broken: BrokenLine
    """What was wrong with the line."""

    @property
    def told(self) -> DocumentError:
        """The error of the line."""
        return self.broken.error

    @property
    def is_left_out(self) -> bool:
        """Whether the line is passed over."""
        return self.broken.correction is None


class ReadOn(Struct, frozen=True):
    """What a text says once its broken lines are put right in thought."""

    document: Document | None
    """`None` where nobody can tell."""
    broken: tuple[BrokenLine, ...] = ()


def read_on(text: str, parse: Callable[[str], Document]) -> ReadOn:
    """The document of a text, whatever keeps the parser from reading it."""
    attempts = _Attempts(parse)
    lines, done = text.split("\n"), _Done()
    result = attempts.read(lines)
    while isinstance(result, DocumentError):
        better = attempts.better(lines, result)
        if better is None or done.has_lost_the_thread(better):
            return ReadOn(None, (*done.told, BrokenLine(result)))
        done.add(better)
        lines, result = better.lines, better.result
    return ReadOn(replace(result, guess=done.guess), tuple(done.told))


class _Done(Struct):
    """What was put right or passed over so far."""

    told: list[BrokenLine] = field(default_factory=list)
    passed_over: list[DocumentError] = field(default_factory=list)
    quiet: set[int] = field(default_factory=set)

    def has_lost_the_thread(self, attempt: _Attempt) -> bool:
        """Whether one line after the other would be passed over, so that nothing is clear."""
        unclear = [error for error in self.passed_over if error.rule == "yaml-broken"]
        is_unclear = attempt.is_left_out and attempt.told.rule == "yaml-broken"
        return is_unclear and len(unclear) >= _MOST_PASSED_OVER

    def add(self, attempt: _Attempt) -> None:
        """Remember an attempt that led further."""
        error, before = attempt.told, self.told[-1:]
        # The fields of an entry whose beginning is lost are those of the entry above once more.
        is_of_same_entry = attempt.is_left_out and error.rule == _DUPLICATE
        if not (is_of_same_entry and before and before[0].error.rule == _DUPLICATE):
            self.told.append(attempt.broken)
        if attempt.is_left_out:
            self.passed_over.append(error)
        if attempt.is_left_out or error.rule in _OF_A_VALUE:
            self.quiet.add(error.line)

    @property
    def guess(self) -> Guess | None:
        """What is not known of the document for that."""
        leaves_out = any(error.rule == "yaml-broken" for error in self.passed_over)
        return Guess(frozenset(self.quiet), leaves_out) if self.told else None


class _Attempts:
    """Reads texts, as often as is allowed."""

    def __init__(self, parse: Callable[[str], Document]) -> None:
        self._parse = parse
        self._left = _MOST_ATTEMPTS

    def read(self, lines: list[str]) -> Document | DocumentError:
        """The document, or why not."""
        self._left -= 1
        try:
            return self._parse("\n".join(lines))
        except DocumentError as error:
            return error

    def better(self, lines: list[str], error: DocumentError) -> _Attempt | None:
        """The first way to put a line right by which the parser gets further."""
        is_short = sum(map(len, lines)) <= _LONGEST
        if error.rule not in _OF_ONE_LINE or not is_short:
            return None
        for line in _ways(lines, error):
            if self._left <= 0:
                return None
            changed = line.within(lines)
            result = self.read(changed)
            reached = line.number if line.ends_quotation else error.line
            if not isinstance(result, DocumentError) or result.line > reached:
                rule = line.rule or error.rule
                told = DocumentError(rule, line.number, {**error.params, **line.params})
                correction = line.correction
                if correction and error.rule in _OF_A_VALUE:
                    correction = replace(correction, is_certain=False)
                return _Attempt(changed, result, BrokenLine(told, correction))
        return None


def _ways(lines: list[str], error: DocumentError) -> Iterator[Line]:
    """How the line at which the parser stops, or one before it, may have been meant."""
    last = min(error.line, len(lines))
    near = range(last, max(0, last - 1 - _LINES_BEFORE), -1)
    if error.rule == _DUPLICATE:
        yield from repeated_lines(lines, last)
        yield from begun_entries(lines, last)
    else:
        yield from unclosed_lines(lines, last)
        likely = [line for number in near for line in likely_lines(lines, number)]
        # A line that lacks its colon breaks the one below: that is not only to be indented.
        yield from sorted(likely, key=lambda line: not line.is_certain)
        yield from (line for number in near for line in joined_lines(lines, number))
        yield from (line for number in near for line in indented_lines(lines, number))
    if error.rule in _PASSED_OVER:
        yield Line(last, "", joins=_inner_lines(lines, last))


def _inner_lines(lines: list[str], number: int) -> int:
    """How many lines below a line stand within its field."""
    column = len(lines[number - 1]) - len(lines[number - 1].lstrip(" -"))
    inner = 0
    for line in lines[number:]:
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            break
        inner += 1
    return inner
