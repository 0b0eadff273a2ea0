"""The list of `oit go-live` as text and JSON: what is done, what is to do, what is not judged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from oit.catalog import Language
from oit.findings import Finding
from oit.reporting.go_live import Progress, Step
from oit.wording.json_text import json_document
from oit.wording.sentences import words_of
from oit.wording.vocabulary import Vocabulary

_PROGRESS: Mapping[Progress, Mapping[Language, str]] = {
    Progress.DONE: {Language.TH: "เสร็จแล้ว", Language.EN: "done"},
    Progress.TO_DO: {Language.TH: "ยังไม่เสร็จ", Language.EN: "to do"},
    Progress.UNKNOWN: {Language.TH: "ตรวจจากที่นี่ไม่ได้", Language.EN: "cannot be judged here"},
}
_MOST_SHOWN = 5
"""Findings of a step that are shown; of more, their number is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StepWords:
    """What a step is called, and what to do about it."""

    th: str
    en: str
    remedy_th: str
    remedy_en: str


@cache
def step_words() -> Mapping[str, StepWords]:
    """The words by the id of the step."""
    text = resources.files("oit.wording").joinpath("steps.yml").read_text("utf-8")
    return {name: StepWords(**words) for name, words in yaml.safe_load(text).items()}


def go_live_text(steps: Iterable[Step], vocabulary: Vocabulary, language: Language) -> str:
    """Each step with its state, what it lacks and what to do; then how many there are of each."""
    listed = tuple(steps)
    lines = [line for step in listed for line in _step_lines(step, vocabulary, language)]
    return "\n".join([*lines, "", _summary(listed, language)])


def go_live_json(steps: Iterable[Step], vocabulary: Vocabulary) -> str:
    """The same for programs; `lacks` has a sentence in each language."""
    entries = [
        {
            "step": step.id,
            "progress": step.progress.value,
            "title": {"th": step_words()[step.id].th, "en": step_words()[step.id].en},
            "lacks": [
                {language.value: words_of(lack, vocabulary, language).what for language in Language}
                for lack in step.lacks
            ],
        }
        for step in steps
    ]
    return json_document({"steps": entries})


def _step_lines(step: Step, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    words = step_words()[step.id]
    english = language is Language.EN
    yield f"[{_PROGRESS[step.progress][language]}] {words.en if english else words.th}"
    if step.progress is Progress.DONE:
        return
    yield from (f"    - {line}" for line in _lacks(step.lacks, vocabulary, language))
    yield f"    {words.remedy_en if english else words.remedy_th}"


def _lacks(lacks: tuple[Finding, ...], vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    for lack in lacks[:_MOST_SHOWN]:
        words = words_of(lack, vocabulary, language)
        shown = f": {words.expected}" if lack.rule == "setting-absent" else ""
        yield f"{words.what}{shown}"
    if (more := len(lacks) - _MOST_SHOWN) > 0:
        yield f"and {more} more" if language is Language.EN else f"และอีก {more} เรื่อง"


def _summary(steps: tuple[Step, ...], language: Language) -> str:
    counts = {progress: sum(step.progress is progress for step in steps) for progress in Progress}
    if language is Language.EN:
        return ", ".join(f"{_PROGRESS[name][language]}: {count}" for name, count in counts.items())
    return " ".join(f"{_PROGRESS[name][language]} {count} เรื่อง" for name, count in counts.items())
