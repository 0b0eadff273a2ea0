"""Whether each page shows, at its marks, the words that follow from the index."""

from collections.abc import Iterable, Iterator, Mapping

from oit.audit.verify.pages.language import Speaker
from oit.audit.verify.pages.reading import Reading
from oit.audit.verify.pages.shown import fields_needed, items_needed
from oit.audit.verify.pages.words_of_divisions import words_of_divisions
from oit.audit.verify.pages.words_of_items import words_of_item
from oit.audit.verify.pages.words_of_rounds import words_of_round
from oit.audit.verify.values import Discrepancy, subject_of
from oit.catalog import Language
from oit.contract.index import Index

Expected = Mapping[str, str | None]
"""The words of each field; `None` where the index does not tell them all."""


def check_values(readings: Iterable[Reading], index: Index) -> Iterator[Discrepancy]:
    """Words that differ from the index, that belong to nothing in it, or that are not there."""
    expected = {language: expected_words(index, language) for language in Language}
    for reading in readings:
        words = expected[reading.language]
        shown = list(reading.values())
        yield from _check_shown(reading.address, shown, words)
        missing = fields_needed(reading.thai_address, index) - {field for field, _ in shown}
        for field in sorted(missing):
            if words.get(field) is not None:
                yield _found("value-missing", reading.address, field, expected=words[field] or "")
        yield from _check_statuses(reading, index)


def expected_words(index: Index, language: Language) -> Expected:
    """The words of every field that pages show."""
    speaker, words = Speaker(index, language), dict[str, str | None]()
    for round_ in index.rounds:
        words.update(words_of_round(round_, speaker))
        words.update(words_of_divisions(round_, speaker))
        for item in round_.items:
            words.update(words_of_item(item, round_, speaker))
    return words


def _check_shown(
    address: str, shown: Iterable[tuple[str, str]], words: Expected
) -> Iterator[Discrepancy]:
    for field, text in shown:
        expected = words.get(field)
        if field not in words:
            yield _found("value-unknown", address, field, found=text)
        elif expected is not None and text != " ".join(expected.split()):
            yield _found("value-differs", address, field, found=text, expected=expected)


def _check_statuses(reading: Reading, index: Index) -> Iterator[Discrepancy]:
    """Items that a page lists with another status, or does not list."""
    known = {
        subject_of(round_.fiscal_year, item.item): item.status
        for round_, item in index.round_items()
    }
    shown = list(reading.statuses())
    for subject, status in shown:
        if known.get(subject) != status:
            params = {"marker": subject, "found": status, "expected": known.get(subject, "–")}
            yield _discrepancy("marker-status", reading.address, subject, params)
    missing = items_needed(reading.thai_address, index) - {subject for subject, _ in shown}
    for subject in sorted(missing):
        yield _discrepancy("marker", reading.address, subject, {"marker": subject})


def _discrepancy(check: str, path: str, subject: str, params: Mapping[str, str]) -> Discrepancy:
    return Discrepancy(check=check, path=path, subject=subject, params=params)


def _found(check: str, address: str, field: str, **params: str) -> Discrepancy:
    subject = "/".join(field.split("/")[:2])
    return Discrepancy(
        check=check, path=address, subject=subject, params={"field": field, **params}
    )
