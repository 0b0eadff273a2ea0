"""A batch as lines for a terminal: what each file is taken for, why, what is wrong or asked."""

from collections.abc import Iterable, Iterator

from oit.catalog import Language, say
from oit.desk.answers import target_name
from oit.desk.view import Arrived
from oit.intake.shapes import Asks, Question
from oit.intake.words import question_words, target_words
from oit.wording.vocabulary import Vocabulary


def arrived_text(arrived: Iterable[Arrived], vocabulary: Vocabulary) -> str:
    """All that arrived, a paragraph each, in the order in which they came."""
    numbered = enumerate(arrived, start=1)
    return "\n\n".join("\n".join(_lines(number, each, vocabulary)) for number, each in numbered)


def question_text(name: str, question: Question) -> str:
    """A question about a file, and what it is about."""
    words = say("inbox.question", Language.TH, file=name, question=_words(question))
    return "\n".join([words, *(f"  - {about}" for about in question.about)])


def _lines(number: int, each: Arrived, vocabulary: Vocabulary) -> Iterator[str]:
    yield f"{number}. {say(f'inbox.state-{each.state.value}', Language.TH, file=each.name)}"
    if each.place:
        yield f"   {each.place}"
    if each.reasons:
        yield f"   {say('inbox.because', Language.TH)}"
        yield from (f"   - {reason}" for reason in each.reasons)
    for text in (*each.told, each.faults):
        yield from _indented(text)
    if each.question:
        yield from _question(each.name, each.question, vocabulary)
    if each.reply:
        yield f"   {say('inbox.reply', Language.TH)}"
        yield from (f"   | {line}".rstrip() for line in each.reply.splitlines())


def _question(name: str, question: Question, vocabulary: Vocabulary) -> Iterator[str]:
    """What is asked, and what to type for each answer."""
    yield f"   {_words(question)}"
    yield from (f"   - {about}" for about in question.about)
    yield f"   {say('inbox.type', Language.TH)}"
    if question.asks is Asks.TARGET:
        for target in question.targets:
            yield f'     --answer "{name}={target_name(target)}"'
            yield f"       {target_words(target, vocabulary, Language.TH)}"
        return
    reason = say("inbox.reason", Language.TH) if question.asks is Asks.REPLACE else ""
    yield f'     --answer "{name}={f"yes {reason}".strip()}"'
    yield f'     --answer "{name}=no"'


def _words(question: Question) -> str:
    return question_words(question, Language.TH)


def _indented(text: str) -> Iterator[str]:
    return (f"   {line}" for line in text.splitlines() if line)
