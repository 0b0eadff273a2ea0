"""The list of `oit go-live` as text and JSON: what is done, what is to do, what is not judged."""

from collections.abc import Iterable, Iterator

from oit.catalog import Language, say
from oit.findings import Finding
from oit.reporting.go_live import Progress, Step
from oit.wording.render.data import json_document, names
from oit.wording.render.words import both_words
from oit.wording.sentences import words_of
from oit.wording.vocabulary import Vocabulary

_MOST_SHOWN = 5
"""Findings of a step that are shown; of more, their number is."""


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
            "title": names(both_words(f"going-live.step-{step.id}")),
            "lacks": [
                {language.value: words_of(lack, vocabulary, language).what for language in Language}
                for lack in step.lacks
            ],
        }
        for step in steps
    ]
    return json_document({"steps": entries})


def _step_lines(step: Step, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    title = say(f"going-live.step-{step.id}", language)
    yield say("going-live.line", language, progress=_progress(step.progress, language), title=title)
    if step.progress is Progress.DONE:
        return
    yield from (f"    - {line}" for line in _lacks(step.lacks, vocabulary, language))
    yield f"    {say(f'going-live.step-{step.id}.remedy', language)}"


def _lacks(lacks: tuple[Finding, ...], vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    for lack in lacks[:_MOST_SHOWN]:
        words = words_of(lack, vocabulary, language)
        shown = f": {words.expected}" if lack.rule == "setting-absent" else ""
        yield f"{words.what}{shown}"
    if (more := len(lacks) - _MOST_SHOWN) > 0:
        yield say("diagnostics.more", language, count=more)


def _summary(steps: tuple[Step, ...], language: Language) -> str:
    counted = [
        say(
            "going-live.count",
            language,
            progress=_progress(progress, language),
            count=sum(step.progress is progress for step in steps),
        )
        for progress in Progress
    ]
    return " · ".join(counted)


def _progress(progress: Progress, language: Language) -> str:
    return say(f"going-live.progress-{progress}", language)
