"""One thing of a batch, judged on a stage: what it is, what is asked, what it would enter.

A stage, a thing and what was found out about its file go in; what the desk shows comes out. The
stage has the entry then, where it is one.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import Language, both
from oit.desk.cells import request_of, stated_target
from oit.desk.refused import faulty, objected_to, refused
from oit.desk.things import Said, Thing
from oit.desk.view import Arrived, State
from oit.entry.arrival import arrival
from oit.entry.orders import Kind, Order
from oit.entry.refusals import RefusedError
from oit.entry.selection import Request, Session
from oit.entry.sources import Source
from oit.entry.stage import Stage
from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension
from oit.intake.earlier import Published, cells_of, published_as, standing
from oit.intake.faults import TEXTS, faults_alone
from oit.intake.guesses import all_tables, taken_for
from oit.intake.preview import shown, shown_text
from oit.intake.questions import (
    objection_to,
    of_all_its_periods,
    question_of,
    questions_about,
    target_of,
)
from oit.intake.shapes import Asks, Guess, Question, Target
from oit.intake.words import reason_words, target_words
from oit.model.record import FileEvidence

_NO_ORDER = Order(Kind.FILE, Request(None))
_MOST_REASONS = 4


class FileLook(Struct, frozen=True):
    """What was found out about a file that came."""

    path: Path
    """Where it lies for now, under its own name."""
    facts: FileFacts
    """Of the file as it would be published."""
    told: tuple[str, ...]
    """What was done to it on its way."""


def look_at(session: Session, thing: Thing, path: Path) -> FileLook:
    """Read a file as it would be published; cleaned, where somebody agreed."""
    told: list[str] = []
    order = replace(_NO_ORDER, cleaning=thing.says(Asks.CLEAN) is Said.YES)
    source = Source(path.name, path.read_bytes())
    hearing = replace(session, tell=told.append)
    arrived = arrival(hearing, source, all_tables(session.before), order)
    return FileLook(path, arrived.facts, tuple(told))


def judge(stage: Stage, thing: Thing, look: FileLook | None) -> Arrived:
    """What a thing is and comes to; `look` is of its file, where it has one."""
    if order := thing.order:
        seen = shown_text(order.text) if order.text else ""
        stated = replace(order, source=look.path if look else None)
        return _entered(stage, replace(begun(thing, stage), shown=seen), stated)
    if look is None:
        raise LookupError(f"a thing {thing.id} without a file or an order")
    return _of_file(stage, thing, look)


def _of_file(stage: Stage, thing: Thing, look: FileLook) -> Arrived:
    """What nobody can publish is told first, then what is there, what is asked, what is entered."""
    before, facts = stage.session.before, look.facts
    guesses = taken_for(thing.name, facts, before)
    target = _chosen(thing, facts, before) or target_of(thing.name, facts, guesses, before)
    arrived = _taken(begun(thing, stage), look, target, guesses, stage)
    if faults := faults_alone(thing.name, facts, before):
        return faulty(arrived, faults, stage)
    if published := published_as(facts, before):
        return _published(arrived, published, look, stage)
    if target is None:
        return _asking(arrived, question_of(thing.name, facts, guesses, before))
    if objected := objection_to(thing.name, facts, target, before):
        return objected_to(arrived, objected, before)
    if question := _open_question(thing, look, target, before):
        return _asking(arrived, question)
    if target.period is None and thing.says(Asks.YEAR) is Said.NO:
        return _asking(arrived, Question(Asks.TARGET, tuple(_its_periods(target, before))))
    if thing.says(Asks.REPLACE) is Said.NO:
        return replace(arrived, faults=both("batch.left-out"))
    return _entered(stage, arrived, _order_for(thing, look, target, before))


def _chosen(thing: Thing, facts: FileFacts, before: Assessment) -> Target | None:
    """The cell that somebody chose; of a workbook of several periods all, until they say no."""
    if thing.target is None or thing.says(Asks.YEAR) is Said.NO:
        return thing.target
    return of_all_its_periods(thing.target, facts, before)


def _taken(
    arrived: Arrived,
    look: FileLook,
    target: Target | None,
    guesses: tuple[Guess, ...],
    stage: Stage,
) -> Arrived:
    """With what it would look like, and what it is taken for, where that is known."""
    seen = shown(arrived.name, look.facts, Language.TH)
    known = replace(arrived, told=look.told, shown=seen)
    if target is None:
        return known
    return replace(_placed(known, target, stage), reasons=_reasons(guesses, target))


def _published(arrived: Arrived, published: Published, look: FileLook, stage: Stage) -> Arrived:
    """There already; but whoever calls it otherwise than it calls itself meant another file."""
    before, target = stage.session.before, published.target
    there = replace(_placed(arrived, target, stage), reasons=())
    if objected := objection_to(arrived.name, look.facts, target, before):
        return objected_to(there, objected, before)
    told = both("batch.there", title=published.title)
    return replace(there, state=State.THERE, told=(*look.told, told))


def begun(thing: Thing, stage: Stage) -> Arrived:
    """As long as nothing else is known."""
    known = Arrived(
        id=thing.id,
        name=thing.name,
        state=State.REFUSED,
        order=None,
        target=None,
        place="",
        reasons=(),
        question=None,
        told=(),
        faults="",
        reply="",
        shown="",
    )
    target = thing.order and stated_target(thing.order.request, stage.session.before)
    return _placed(known, target, stage) if target else known


def _placed(arrived: Arrived, target: Target, stage: Stage) -> Arrived:
    words = target_words(target, stage.session.vocabulary, Language.TH)
    return replace(arrived, target=target, place=words)


def _reasons(guesses: tuple[Guess, ...], target: Target) -> tuple[str, ...]:
    """Why it is taken for a target; what speaks for its requirement, where it has other periods."""
    same = (target.year, target.item, target.requirement)
    near = [g for g in guesses if (g.target.year, g.target.item, g.target.requirement) == same]
    best = next((guess for guess in near if guess.target == target), next(iter(near), None))
    reasons = best.reasons if best else ()
    return tuple(reason_words(reason, Language.TH) for reason in reasons[:_MOST_REASONS])


def _asking(arrived: Arrived, question: Question | None) -> Arrived:
    return replace(arrived, state=State.ASKS, question=question)


def _open_question(
    thing: Thing, look: FileLook, target: Target, before: Assessment
) -> Question | None:
    """The first question that nobody has answered; once cleaned, a file hides nothing more."""
    asked = questions_about(target, look.facts, before)
    return next((question for question in asked if question.asks not in thing.answers), None)


def _its_periods(target: Target, before: Assessment) -> Iterator[Target]:
    """A target for each period of its requirement that has ended: one that is no whole year's."""
    for cell in cells_of(target, before):
        if cell.period and cell.is_owed:
            yield replace(target, period=cell.period)


def _order_for(thing: Thing, look: FileLook, target: Target, before: Assessment) -> Order:
    """The entry that a file comes to."""
    order = Order(
        _kind_of(look),
        request_of(target),
        source=look.path,
        cleaning=thing.says(Asks.CLEAN) is Said.YES,
        whole_year=thing.says(Asks.YEAR) is Said.YES,
    )
    if thing.says(Asks.REPLACE) is not Said.YES:
        return order
    old = (entry for entry in standing(target, before) if isinstance(entry, FileEvidence))
    file = next((entry.file for entry in old), None)
    if file is None:  # a text or a link stands there, beside which the file joins
        return order
    where = Request(target.item, year=target.year)
    reason = thing.answers[Asks.REPLACE].reason
    return replace(order, kind=Kind.REPLACE, request=where, old_file=file, text=reason)


def _kind_of(look: FileLook) -> Kind:
    return Kind.TEXT if extension(look.path.name) in TEXTS else Kind.FILE


def _entered(stage: Stage, arrived: Arrived, order: Order) -> Arrived:
    """Carried out, or refused with the reply to whoever sent it."""
    stated = replace(arrived, order=replace(order, source=None))
    try:
        entered = stage.carry_out(order)
    except RefusedError as error:
        if error.findings:
            return faulty(stated, error.findings, stage)
        return refused(stated, error, stage.session.before)
    told = (*entered.told, *filter(None, (entered.notices,)))
    return replace(stated, state=State.READY, place=stated.place or entered.what, told=told)
