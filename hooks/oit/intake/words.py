"""What is told of a file that arrived, in words: what it is for, why, who answers for it."""

from oit.assessment.result import Assessment
from oit.catalog import Language, say
from oit.catalog.dates import period_words
from oit.intake.earlier import mandated_of
from oit.intake.shapes import Objected, Question, Reason, Target
from oit.wording.posts import head_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of


def target_words(target: Target, vocabulary: Vocabulary, language: Language) -> str:
    """Item, requirement, period and division: ข้อ O15 สรุปผล… · เดือนมีนาคม 2568 · ฝ่ายโยธา."""
    owed = (target.year, target.item, target.requirement)
    requirement = vocabulary.requirement(*owed, language)
    parts = [say("intake.target", language, item=target.item, requirement=requirement)]
    parts += [period_words(target.period, language)] if target.period else []
    parts += [vocabulary.division(target.division, language)] if target.division else []
    return " · ".join(parts)


def post_of(target: Target, assessment: Assessment) -> str:
    """The post that answers for a target, in Thai; empty where its round has no such item."""
    item = mandated_of(target, assessment)
    if item is None:
        return ""
    names = vocabulary_of(assessment.site)
    return head_of(names.division(target.division or item.lead, Language.TH))


def reason_words(reason: Reason, language: Language) -> str:
    """Why it is taken for that, with the words that were seen."""
    return say(f"intake.clue-{reason.clue.value}", language, seen=reason.seen)


def question_words(question: Question, language: Language) -> str:
    """The question, without what may be answered."""
    return say(f"intake.asks-{question.asks.value}", language)


def objection_words(objected: Objected, language: Language) -> str:
    """Why it goes back."""
    values = {"named": objected.named, "other": objected.other}
    return say(f"intake.objection-{objected.objection.value}", language, **values)
