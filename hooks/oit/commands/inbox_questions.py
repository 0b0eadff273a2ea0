"""Questions about the files of an inbox: answered by options, or by somebody at the terminal."""

from collections.abc import Mapping, Sequence

import click
from msgspec import Struct, field

from oit.catalog import Language, both, say
from oit.commands import entering
from oit.commands.entering import tell
from oit.desk.answers import meant_target, meant_truth
from oit.desk.batch import Desk
from oit.desk.listing import question_text
from oit.desk.things import shown_name
from oit.desk.view import Arrived, Batch
from oit.editing.choices import Choice, pick
from oit.entry.refusals import could_not_run
from oit.intake.shapes import Asks, Question, Target
from oit.intake.words import target_words
from oit.wording.vocabulary import vocabulary_of

_ANSWER = "--answer"


class Typed(Struct, frozen=True):
    """What `--answer` says of a file."""

    file: str
    """As it is shown."""
    words: str


def typed_answers(options: Sequence[str]) -> tuple[Typed, ...]:
    """The answers of `--answer FILE=…`. Ends with status 2 where one has no `=`."""
    typed = []
    for option in options:
        file, sign, words = option.rpartition("=")
        if not (sign and file and words.strip()):
            could_not_run(both("inbox.no-answer", option=_ANSWER, typed=option))
        typed.append(Typed(shown_name(file), words.strip()))
    return tuple(typed)


class Answering(Struct):
    """Asks as long as there is a question that somebody can answer."""

    desk: Desk
    typed: tuple[Typed, ...]
    agreed: bool
    """`--yes`: to publish all periods of a workbook."""
    _skipped: set[str] = field(default_factory=set)

    def settled(self) -> Batch:
        """The batch, with no question left that could be answered here.

        Ends with status 2 where an answer is about no file, or means nothing.
        """
        self._name_cells(self.desk.view())
        while waiting := self._next(batch := self.desk.view()):
            self._answer(*waiting)
        return batch

    def _name_cells(self, batch: Batch) -> None:
        """Cells that are typed hold whatever the files are taken for."""
        by_name: Mapping[str, Arrived] = {each.name: each for each in batch.arrived}
        for typed in self.typed:
            if (each := by_name.get(typed.file)) is None:
                could_not_run(both("inbox.no-such-file", option=_ANSWER, file=typed.file))
            if meant_truth(typed.words) is None:
                target = meant_target(typed.words, each.question, self.desk.assessment())
                if target is None:
                    values = {"file": typed.file, "answer": typed.words}
                    could_not_run(both("inbox.no-cell", option=_ANSWER, **values))
                self.desk.answer(each.id, target)

    def _next(self, batch: Batch) -> tuple[Arrived, Question] | None:
        """The first thing about which somebody here can be asked, or has said something."""
        for each in batch.arrived:
            question = None if each.id in self._skipped else each.question
            if question and (entering.is_terminal() or self._said(each, question)):
                return each, question
        return None

    def _answer(self, each: Arrived, question: Question) -> None:
        answer = self._said(each, question) or self._asked(each, question)
        if answer is None:
            self._skipped.add(each.id)
        else:
            self.desk.answer(each.id, *answer)

    def _said(self, each: Arrived, question: Question) -> tuple[bool, str] | None:
        """Yes or no by an option."""
        if question.asks is Asks.TARGET:
            return None
        truths = [meant_truth(typed.words) for typed in self.typed if typed.file == each.name]
        said = next(filter(None, truths), None)
        return said or ((True, "") if self.agreed and question.asks is Asks.YEAR else None)

    def _asked(self, each: Arrived, question: Question) -> tuple[Target | bool, str] | None:
        """What is answered at the terminal; `None` for a file that is left for another time."""
        tell(question_text(each.name, question))
        if question.asks is Asks.TARGET:
            target = self._picked(question)
            return (target, "") if target else None
        is_yes = click.confirm(say("inbox.yes-or-no", Language.TH), default=False)
        needs_reason = is_yes and question.asks is Asks.REPLACE
        return is_yes, str(click.prompt(say("inbox.why", Language.TH))) if needs_reason else ""

    def _picked(self, question: Question) -> Target | None:
        """One of the cells of a question; `None` where the file is left out."""
        vocabulary = vocabulary_of(self.desk.assessment().site)
        choices = [
            Choice(str(number), target_words(target, vocabulary, Language.TH))
            for number, target in enumerate(question.targets, start=1)
        ]
        tell("\n".join(f"  {choice.id:>2}. {choice.label}" for choice in choices))
        asked = say("inbox.choose", Language.TH)
        while typed := str(click.prompt(asked, default="", show_default=False)).strip():
            if chosen := pick(typed, choices):
                return question.targets[int(chosen.id) - 1]
            if target := meant_target(typed, question, self.desk.assessment()):
                return target
            tell(both("entry.not-listed"))
        return None
