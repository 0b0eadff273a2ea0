"""What is wrong with a document's texts, whatever its schema: personal data, odd characters."""

from collections.abc import Collection, Iterable, Iterator

from oit.evidence.characters import (
    OddCharacter,
    Oddity,
    as_it_looks,
    oddities_of_a_name,
    oddities_of_running_text,
)
from oit.evidence.personal import PERSONAL_RULES, may_have_any, personal_findings, personal_kinds
from oit.findings import Correction, FieldPath, Finding, Place, Writing
from oit.records.form_lines import LineFault
from oit.records.passages import Passage, values_of
from oit.records.strict_yaml import CutValue, Document

_RUNNING_TEXT = frozenset(
    {
        *("note", "reason", "note_th", "note_en", "about_th", "about_en", "source_th", "source_en"),
        *("finding", "about", "what", "when", "plans", "follow_up", "duties", "source"),
    }
)
"""Fields of whole sentences, where word processors leave what harms nobody."""


def personal_data_findings(
    text: str, passages: Iterable[Passage], place: Place
) -> Iterator[Finding]:
    """A finding for each line of a text, and each passage, with personal data; none repeats it.

    A passage is told by its first line, unless one of its lines was told already.
    """
    in_lines = list(personal_findings(text, place))
    yield from in_lines
    told = {(finding.rule, finding.line) for finding in in_lines}
    passages = tuple(passages)
    for passage in passages if may_have_any(each.text for each in passages) else ():
        for personal in personal_kinds(passage.text):
            rule, kind = PERSONAL_RULES[personal]
            lines = range(passage.first, passage.last + 1)
            if not any((rule, line) in told for line in lines):
                yield place.of(kind).finding(rule, passage.first, where=None)


def odd_characters_in_fields(
    document: Document, place: Place, told: Collection[FieldPath]
) -> Iterator[Finding]:
    """Characters in fields that are not what they look like; not in fields that are `told` of."""
    for path, text in values_of(document):
        if path in told:
            continue
        name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        is_running = name in _RUNNING_TEXT
        odd = oddities_of_running_text(text) if is_running else oddities_of_a_name(text)
        for character in odd:
            yield _odd(character, text, document.line(path), path, place)


def odd_characters_in_body(document: Document, place: Place) -> Iterator[Finding]:
    """Marks that show the text below the form in another order than it is stored in."""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        for character in oddities_of_running_text(line):
            yield _odd(character, line, number, (), place)


def line_findings(faults: Iterable[LineFault], place: Place) -> Iterator[Finding]:
    """A finding for each line that is not what it looks like, with the line to write."""
    for fault in faults:
        found = place.finding(
            fault.rule,
            fault.line,
            character=fault.character,
            position=fault.position,
            count=fault.count,
            likely=fault.likely,
        )
        line = f"{' ' * fault.count}{fault.likely}"
        correction = Correction(line, Writing.LINE, not fault.quotes_remark)
        yield found.corrected_by(correction) if fault.likely else found


def cut_findings(values: Iterable[CutValue], place: Place) -> Iterator[Finding]:
    """A finding for each value that ` #` cuts off, with the line to write."""
    for value in values:
        found = place.finding(
            "text-cut", value.line, value.path, found=value.found, likely=value.written
        )
        line = f"{' ' * value.indent}{value.written}"
        yield found.corrected_by(Correction(line, Writing.LINE, value.is_of_the_text))


def _odd(character: OddCharacter, text: str, line: int, path: FieldPath, place: Place) -> Finding:
    found = place.finding(
        character.oddity.value, line, path, character=character.name, position=character.position
    )
    is_certain = bool(path) and character.oddity is not Oddity.DIRECTION
    return found.corrected_by(Correction(as_it_looks(text), Writing.VALUE, is_certain))
