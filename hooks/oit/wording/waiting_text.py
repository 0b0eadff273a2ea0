"""Who keeps the site from being published, in one sentence, and that others are in order."""

from collections.abc import Iterator

from oit.assessment.gate import Verdict
from oit.assessment.result import Assessment
from oit.catalog import Language, joined, say
from oit.diagnostics import Words
from oit.reporting.waiting import Waiting, waiting_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of


def waiting_words(assessment: Assessment, verdict: Verdict) -> Words | None:
    """What the site waits for, with the divisions that have to act; `None` where nobody waits."""
    waiting = waiting_of(assessment, verdict)
    if waiting is None or not waiting.ready:
        return None
    vocabulary = vocabulary_of(assessment.site)
    thai, english = (_sentence(waiting, vocabulary, language) for language in Language)
    return Words(thai, english) if thai else None


def _sentence(waiting: Waiting, vocabulary: Vocabulary, language: Language) -> str:
    if waiting.has_faulty_settings and not waiting.blockers:
        return say("waiting.settings-alone", language)
    causes = joined(list(_causes(waiting, vocabulary, language)), language)
    return say("waiting.blocked", language, causes=causes) if causes else ""


def _causes(waiting: Waiting, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    if waiting.has_faulty_settings:
        yield say("waiting.settings", language)
    for item, owners in waiting.blockers:
        names = joined([vocabulary.division(owner, language) for owner in owners], language)
        yield say("waiting.item", language, item=item, divisions=names)
