"""What a file says of itself to its reader: its words, its periods, its divisions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from oit.evidence.facts import FileFacts
from oit.evidence.named import SheetFacts
from oit.evidence.named_periods import is_named, names_others
from oit.evidence.period_labels import labelled_periods
from oit.evidence.personal import redact
from oit.intake.shapes import Clue
from oit.intake.word_search import Lettering, lettering, parts_of
from oit.model.mandate import Requirement
from oit.model.named import names_of
from oit.model.office import Division
from oit.model.written_words import in_western_digits
from oit.periods import Period

_SEPARATORS = re.compile(r"[\s_.,()\[\]-]+")
"""Between the words of a file's name."""
_FISCAL_YEAR = "FY"
_YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)", re.ASCII)
"""A year of the Buddhist era."""
_LONGEST_NAME = 300
"""Characters of a file's name that are read; systems allow 255."""


class Said(Struct, frozen=True):
    """A file that arrived, as far as it says what it is."""

    name: str
    """Without its extension, and without numbers of persons."""
    texts: tuple[tuple[Clue, Lettering], ...]
    """Where words stand that name a requirement, the surest first."""
    by_title: frozenset[str]
    """The periods of its title and its sheets' titles and names, as `named_periods` has them."""
    by_name: frozenset[str]
    in_table: frozenset[str]
    """Those that stand anywhere in a file with a table: the text of a document names many."""
    years: frozenset[int]
    """The fiscal years that its name or title is of, where these name no month."""
    sheets: tuple[SheetFacts, ...]
    headings: tuple[str, ...]
    """Of its table."""
    schema: str | None
    """Of which its table is, as far as inspection was asked about it."""


def said_of(name: str, facts: FileFacts) -> Said:
    """What a file says of itself, by its name and its facts."""
    stem = redact(name[:_LONGEST_NAME].rpartition(".")[0] or name[:_LONGEST_NAME])
    content = facts.inspection.content if facts.inspection else None
    sheets = tuple(each for each in facts.table.sheets if not each.is_empty) if facts.table else ()
    titles = [content.title.periods] if content else []
    titles += [sheet.periods for sheet in sheets]
    by_title = frozenset(period for named in titles for period in named)
    by_name = labelled_periods(stem)
    return Said(
        stem,
        tuple(_texts(stem, content.heading if content else "", sheets)),
        by_title,
        by_name,
        frozenset(facts.named_periods if facts.table else ()),
        frozenset(_years(stem, by_title | by_name)),
        sheets,
        facts.table.header if facts.table else (),
        facts.table.schema if facts.table else None,
    )


def _texts(
    stem: str, heading: str, sheets: Iterable[SheetFacts]
) -> Iterator[tuple[Clue, Lettering]]:
    yield Clue.NAME, lettering(stem)
    yield Clue.TITLE, lettering(heading)
    yield Clue.SHEET, lettering("\n".join(redact(sheet.name) for sheet in sheets))


# Periods


def _years(stem: str, named: frozenset[str]) -> Iterator[int]:
    """The years of a file that is of none of their parts; a name may have one by itself: 2567."""
    if all(name.startswith(_FISCAL_YEAR) for name in named):
        yield from (int(name.removeprefix(_FISCAL_YEAR)) for name in named)
        yield from (int(match[0]) for match in _YEAR.finditer(in_western_digits(stem)))


def is_of_another_year(said: Said, year: int, label: str) -> bool:
    """Whether a file is of other fiscal years than a round; what `label` names is asked for."""
    if not said.years or any(str(named) in label for named in said.years):
        return False
    return not min(said.years) <= year <= max(said.years)


def period_of(said: Said, requirement: Requirement) -> Period | None:
    """The one period of a requirement that a file is of; `None` where that is not certain.

    Its title goes before its name, and that before all else that it says.
    """
    for named in (said.by_title, said.by_name, said.in_table):
        found = _owed(requirement, named)
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            both = [period for period in found if is_named(period, said.by_name)]
            return both[0] if len(both) == 1 else None
    return None


def periods_apart(said: Said, requirement: Requirement) -> tuple[Period, Period] | None:
    """The period by the name of a file and the other one by its title; `None` where they agree."""
    name, title = (_owed(requirement, named) for named in (said.by_name, said.by_title))
    if len(name) != 1 or len(title) != 1 or name == title:
        return None
    return name[0], title[0]


def is_of_another_round(said: Said, requirement: Requirement) -> bool:
    """Whether a file names periods, and none that a requirement asks for in its round."""
    if period_of(said, requirement):
        return False
    named = said.by_title or said.by_name
    return names_others(requirement.periods, named) and not _owed(requirement, named)


def _owed(requirement: Requirement, named: frozenset[str]) -> list[Period]:
    return [period for period in requirement.periods if is_named(period, named)]


# Divisions


def divisions_named(said: Said, divisions: Iterable[Division]) -> dict[str, str]:
    """The divisions that a name or title names, each with the words in which it was seen.

    Where none is named in full, the short name of one counts (โยธา) that stands by itself in the
    file's name.
    """
    known = tuple(divisions)
    in_full = {division.id: next(_seen(said, division), "") for division in known}
    found = {division: seen for division, seen in in_full.items() if seen}
    return found or _named_in_short(said, known)


def _seen(said: Said, division: Division) -> Iterator[str]:
    for name in (division.name_th, division.name_en):
        for _, text in said.texts:
            yield from (text.seen(span) for span in text.spans(parts_of(name)))


def _named_in_short(said: Said, divisions: Iterable[Division]) -> dict[str, str]:
    apart = {lettering(word).letters: word for word in _SEPARATORS.split(said.name)}
    return {
        division.id: apart[name]
        for division in divisions
        for name in map(_letters, (*names_of(division), division.id))
        if name in apart
    }


def _letters(name: str) -> str:
    return lettering(name).letters
