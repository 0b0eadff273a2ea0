"""Diagnostics for programs, as JSON and CSV: keys keep their names and meaning, new ones may join.

What a program is told of each kind is in the `facts` of a diagnostic; its sentences join them.
Days are ISO dates, years Buddhist fiscal years, and names come in both languages.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from oit.catalog import Language
from oit.diagnostics import Diagnostic, Words
from oit.escaping import csv_bytes
from oit.web_address import without_credentials
from oit.wording.render.words import sentences_of


def json_document(values: Mapping[str, object]) -> str:
    """A document as commands print it, without passwords in addresses."""
    return without_credentials(json.dumps(values, ensure_ascii=False, indent=2))


def names(words: Words) -> dict[str, str]:
    """A text in both languages."""
    return {"th": words.th, "en": words.en}


def worded_entry(diagnostic: Diagnostic) -> dict[str, object]:
    """The facts of a diagnostic, then its sentences in both languages, those that it has."""
    told = {name: names(words) for name, words in _sentences(diagnostic).items()}
    effects = [
        {"rule": effect.code, "message": names(_sentences(effect)["message"])}
        for effect in diagnostic.effects
    ]
    return {**diagnostic.facts, **told, "effects": effects}


def flat_entry(diagnostic: Diagnostic) -> dict[str, object]:
    """The same with a key for each language: `message_th`, `message_en`."""
    flat = dict(diagnostic.facts)
    for name, words in _sentences(diagnostic).items():
        flat |= {f"{name}_th": words.th, f"{name}_en": words.en}
    return flat


def _sentences(diagnostic: Diagnostic) -> dict[str, Words]:
    """The sentences that its message has, by their keys."""
    thai, english = (sentences_of(diagnostic, language) for language in Language)
    sentences = {
        "message": Words(thai.told, english.told),
        "expected": Words(thai.expected, english.expected),
        "remedy": Words(thai.remedy, english.remedy),
    }
    return {name: words for name, words in sentences.items() if words.th}


def csv_table(diagnostics: Iterable[Diagnostic], columns: Sequence[str]) -> bytes:
    """A row for each diagnostic: the columns of its flat entry."""
    entries = map(flat_entry, diagnostics)
    rows = ([without_credentials(str(entry[name])) for name in columns] for entry in entries)
    return csv_bytes([columns, *rows])
