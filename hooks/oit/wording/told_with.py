"""What is told with a finding, a line each: what follows from it, where else the same is found."""

from collections.abc import Iterator
from datetime import date

from oit.catalog import Language, joined, say
from oit.catalog.dates import date_words
from oit.evidence.location import Location
from oit.evidence.tables.values import TableFault
from oit.findings import Finding, Kind
from oit.periods import BUDDHIST_OFFSET
from oit.wording.inside_files import place_words
from oit.wording.values import owed_words
from oit.wording.vocabulary import Vocabulary
from oit.wording.words import printable

_MOST_PLACES = 3
"""Places that are named; of more, the first."""


def lines_told_with(finding: Finding, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    """The lines; none for a finding that stands for itself alone."""
    yield from _effects(finding, vocabulary, language)
    yield from _later(finding, language)
    yield from _places(finding, language)
    if year := finding.params.get("unjudged"):
        common = str(year - BUDDHIST_OFFSET)
        yield say("causes.unjudged", language, year=str(year), common=common)
    if unchecked := finding.params.get("unchecked"):
        yield say(f"causes.unchecked-{unchecked}", language)


def _effects(finding: Finding, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    effects = [effect for each in (finding, *finding.repeated) for effect in each.effects]
    missing = [effect for effect in effects if effect.kind is Kind.MISSING]
    if missing:
        message = "causes.missing-more" if missing[1:] else "causes.missing"
        what = owed_words(missing[0], vocabulary).within(language)
        yield say(message, language, what=what, count=len(missing) - 1)
    if any(effect.kind is Kind.STALE for effect in effects):
        yield say("causes.stale", language)


def _later(finding: Finding, language: Language) -> Iterator[str]:
    """What there is of an empty cell, but counts only after the day that is judged."""
    day = finding.params.get("later")
    if isinstance(day, date):
        line = finding.params["later_line"]
        yield say("causes.later", language, day=date_words(day, language), line=line)


def _places(finding: Finding, language: Language) -> Iterator[str]:
    count = len(finding.repeated)
    if count:
        is_all = count <= _MOST_PLACES
        message = "causes.elsewhere" if is_all else "causes.elsewhere-more"
        words = [_place(other, language) for other in finding.repeated[:_MOST_PLACES]]
        yield say(message, language, count=count, places=joined(words, language))


def _place(finding: Finding, language: Language) -> str:
    """Where a repetition stands: in a file by its place there, or by the file's name."""
    where, name = finding.params.get("where"), finding.params.get("file_name")
    if isinstance(where, Location | TableFault) and not finding.rule.startswith("table-column"):
        return place_words(where, language)
    if name:
        return say("causes.file", language, name=printable(str(name)))
    return say("causes.line", language, line=finding.line)
