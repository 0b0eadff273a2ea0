"""A diagnostic in words: where it is, and its sentences, the same for every layout."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from oit.catalog import Language, english_line, has, say
from oit.catalog.catalog import Value as Plain
from oit.diagnostics import Diagnostic, Value, Words
from oit.escaping import one_line

_SPACE_BEFORE_PUNCTUATION = re.compile(r" ([,.])(?= |$)")


class Sentences(Struct, frozen=True, kw_only=True):
    """The sentences of a diagnostic in one language; empty where its message has none."""

    what: str
    likely: str = ""
    """What was probably meant."""
    expected: str = ""
    remedy: str = ""

    @property
    def told(self) -> str:
        """What is wrong, with what was probably meant."""
        return f"{self.what} {self.likely}".strip()


def sentences_of(diagnostic: Diagnostic, language: Language) -> Sentences:
    """The message of a diagnostic with its attributes, its values filled in."""
    # Something may be taken out, and nothing written instead.
    is_likely = bool(diagnostic.correction and diagnostic.params.get("likely"))
    asked = {"likely": is_likely, "expected": True, "remedy": True}
    values = in_language(diagnostic.params, language)
    parts = {
        name: _said(f"{diagnostic.id}.{name}", language, values)
        for name, is_asked in asked.items()
        if is_asked and has(f"{diagnostic.id}.{name}", language)
    }
    return Sentences(what=_said(diagnostic.id, language, values), **parts)


def in_language(params: Mapping[str, Value], language: Language) -> dict[str, Plain]:
    """What fills a message, its words in one language."""
    return {
        name: value.within(language) if isinstance(value, Words) else value
        for name, value in params.items()
    }


def both_words(message: str, **params: Value) -> Words:
    """A message of the catalogue in both languages."""
    thai, english = (_said(message, of, in_language(params, of)) for of in Language)
    return Words(thai, english)


def value_words(value: Value) -> Words:
    """A value by itself: a day, a period, a number or a text."""
    return value if isinstance(value, Words) else both_words("values.plain", value=value)


def _said(message: str, language: Language, values: Mapping[str, Plain]) -> str:
    """The message without the spaces that empty values leave."""
    text = " ".join(say(message, language, **values).split())
    return _SPACE_BEFORE_PUNCTUATION.sub(r"\1", text)


def subject(diagnostic: Diagnostic, language: Language) -> str:
    """The item with its title."""
    title = diagnostic.where.title
    return f"{diagnostic.where.item} {title.within(language) if title else ''}".strip()


def parts(diagnostic: Diagnostic, language: Language) -> str:
    """What stands below the item: `“สรุปผล” · วันที่เผยแพร่`."""
    return joined(part.within(language) for part in diagnostic.where.parts)


def joined(words: Iterator[str]) -> str:
    """The words that there are, in the order of a path."""
    return " · ".join(filter(None, words))


def heading(diagnostic: Diagnostic, language: Language) -> str:
    """The first line of a block: level, item, evidence, field."""
    level = say(diagnostic.level, language)
    return joined(iter((level, subject(diagnostic, language), parts(diagnostic, language))))


def lines(diagnostic: Diagnostic, language: Language) -> list[str]:
    """What follows the first line: found, to write, to do; last what is for officers of computers.

    Thai is followed by a line in English, for technical support.
    """
    told = [
        *_for_staff(diagnostic, language),
        *besides(diagnostic, language),
        *_form(diagnostic, language),
    ]
    if language is Language.TH:
        english = sentences_of(diagnostic, Language.EN)
        told.append(english_line(f"{english.told} {advice(diagnostic, english)}".strip()))
    return [*told, *_for_officer(diagnostic, language)]


def _for_staff(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    sentences = sentences_of(diagnostic, language)
    yield sentences.what
    if sentences.likely:
        yield sentences.likely
    if _tells_more(sentences) and not _is_settled(diagnostic, sentences):
        yield say("diagnostics.expected", language, expected=sentences.expected)
    if remedy := advice(diagnostic, sentences):
        yield say("diagnostics.remedy", language, remedy=remedy)


def _tells_more(sentences: Sentences) -> bool:
    """Whether what would be right is not told already, word by word, by what to do."""
    return sentences.expected not in sentences.remedy


def advice(diagnostic: Diagnostic, sentences: Sentences) -> str:
    """What to do; empty where the message tells the exact text to write, and nothing is left."""
    return "" if _is_settled(diagnostic, sentences) else sentences.remedy


def _is_settled(diagnostic: Diagnostic, sentences: Sentences) -> bool:
    """Whether the exact text to write is told: then there is nothing to choose or to work out."""
    correction = diagnostic.correction
    return bool(sentences.likely) and correction is not None and correction.is_certain


def besides(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    """How often it was found, and its notes."""
    if diagnostic.count > 1:
        yield say("diagnostics.repeated", language, count=diagnostic.count)
    yield from (note.within(language) for note in diagnostic.notes)


def _form(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    if diagnostic.where.form:
        yield say("diagnostics.form", language, address=diagnostic.where.form)


def places(diagnostic: Diagnostic) -> str:
    """Its files and lines, or addresses."""
    return ", ".join(one_line(str(at)) for at in diagnostic.where.at)


def _for_officer(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    if diagnostic.correction and diagnostic.correction.line:
        line = diagnostic.correction.line
        yield say("diagnostics.corrected-line", language, line=line)
    if diagnostic.where.at:
        yield say("diagnostics.place", language, place=places(diagnostic), code=diagnostic.code)
