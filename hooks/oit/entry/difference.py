"""What entries change, in words: what is new in each item, its status, and what is due still.

It compares two assessments of a site, and asks nobody how the one became the other.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment
from oit.catalog import Language, joined, say
from oit.catalog.dates import period_words
from oit.editing.preview import item_of, tasks_due
from oit.model.record import Evidence, FileEvidence, Part, Record, UrlEvidence
from oit.wording.vocabulary import Vocabulary, vocabulary_of
from oit.wording.words import printable, status_words


def difference(before: Assessment, after: Assessment, language: Language) -> str:
    """The items whose records say something new, a paragraph each; empty where none do.

    Both are of the same rounds, as a stage leaves them.
    """
    vocabulary, today = vocabulary_of(after.site), after.today.day
    paragraphs = (
        _Item(
            before=old,
            after=new,
            year=round_.fiscal_year,
            due=tasks_due(round_, new, today, vocabulary, language),
            language=language,
            vocabulary=vocabulary,
        ).text()
        for round_, old, new in _rewritten(before, after)
    )
    return "\n\n".join(filter(None, paragraphs))


def _rewritten(
    before: Assessment, after: Assessment
) -> Iterator[tuple[RoundAssessment, ItemAssessment, ItemAssessment]]:
    """The items whose folder was read again, with their rounds as they are after."""
    for round_ in after.rounds:
        for new in round_.items:
            old = item_of(before, round_.fiscal_year, new.id)
            if old.bundle is not new.bundle:
                yield round_, old, new


class _Item(Struct, frozen=True):
    """An item before and after, and how it is told."""

    before: ItemAssessment
    after: ItemAssessment
    year: int
    due: str
    """What of it is due by now."""
    language: Language
    vocabulary: Vocabulary

    def text(self) -> str:
        """Its heading, what is new, and what it comes to."""
        new = list(self._news())
        lines = [self._heading(), *new, self._status(), *self._due()]
        return "\n".join(lines) if new else ""

    def _heading(self) -> str:
        item, year = self.after, self.year
        title = item.mandated.title_th if self.language is Language.TH else item.mandated.title_en
        return say("difference.item", self.language, item=item.id, title=title, year=year)

    def _news(self) -> Iterator[str]:
        known = {unit.unit.division: unit.unit.disclosed for unit in self.before.units}
        for unit in self.after.units:
            division = unit.unit.division
            whose = self.vocabulary.division(division or self.after.mandated.lead, self.language)
            for line in _new_lines(known[division], unit.unit.disclosed, self.language):
                yield f"  {say('difference.whose', self.language, what=line, division=whose)}"

    def _status(self) -> str:
        old, new = (
            status_words(item.status).within(self.language) for item in (self.before, self.after)
        )
        name = "difference.status-same" if old == new else "difference.status"
        return f"  {say(name, self.language, before=old, after=new)}"

    def _due(self) -> Iterator[str]:
        if self.due:
            yield f"  {say('difference.due', self.language)}"
            yield from (f"    {line}" for line in self.due.split("\n") if line)


def _new_lines(before: Record | Part, after: Record | Part, language: Language) -> Iterator[str]:
    """What a record or part says that it did not say before."""
    known = Counter(map(_as_first_told, before.evidence))
    told = {_as_first_told(entry): len(entry.replaces) for entry in before.evidence}
    for entry in after.evidence:
        first = _as_first_told(entry)
        known[first] -= 1
        if known[first] < 0:
            yield _entry(entry, language)
        for replaced in entry.replaces[told.get(first, len(entry.replaces)) :]:
            values = {"title": printable(entry.title), "reason": printable(replaced.reason)}
            yield say("difference.replaced", language, **values)
    for review in (Counter(after.reviews) - Counter(before.reviews)).elements():
        values = {"post": printable(review.by), "note": printable(review.note)}
        yield say("difference.confirmed", language, **values)


def _as_first_told(entry: Evidence) -> Evidence:
    """The entry without what is said of its earlier files and days."""
    return entry.model_copy(update={"replaces": ()})


def _entry(entry: Evidence, language: Language) -> str:
    where = entry.file if isinstance(entry, FileEvidence) else ""
    where = entry.url if isinstance(entry, UrlEvidence) else where
    values = {"title": printable(entry.title), "where": printable(where)}
    what = say("difference.new", language, kind=entry.kind, **values)
    periods = [period_words(period, language) for period in entry.periods]
    if all(period in entry.title for period in periods):
        return what
    return say("difference.of-periods", language, periods=joined(periods, language), what=what)
