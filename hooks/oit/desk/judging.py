"""One thing of a batch, judged on a stage: what it is, what is asked, what it would enter.

A stage, a thing and what was found out about its file go in; what the desk shows comes out. The
stage has the entry then, where it is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from oit.assessment.result import Assessment
from oit.catalog import Language, both, english_line
from oit.desk.things import Said, Thing
from oit.desk.view import Arrived, State
from oit.editing.preview import item_of
from oit.entry.arrival import arrival
from oit.entry.orders import Kind, Order
from oit.entry.refusals import RefusedError
from oit.entry.selection import Request, Session
from oit.entry.sources import Source
from oit.entry.stage import Stage
from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension
from oit.findings import Finding
from oit.intake.alone import TEXTS, faults_alone
from oit.intake.earlier import published_as, standing
from oit.intake.questions import objection_to, questions_about, targets_of
from oit.intake.replies import SentBack, reply
from oit.intake.shapes import Asks, Guess, Objected, Question, Target
from oit.intake.shown import shown, shown_text
from oit.intake.taken import all_tables, taken_for
from oit.intake.telling import objection_words, reason_words, target_words
from oit.model.record import FileEvidence
from oit.periods import parse_period
from oit.wording.gate_text import findings_text

_NO_ORDER = Order(Kind.FILE, Request(None))
_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class FileLook:
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
        begun = replace(_begun(thing, stage), shown=shown_text(order.text) if order.text else "")
        return _entered(stage, begun, replace(order, source=look.path if look else None))
    if look is None:
        raise LookupError(f"a thing {thing.id} without a file or an order")
    return _of_file(stage, thing, look)


def _of_file(stage: Stage, thing: Thing, look: FileLook) -> Arrived:
    """What nobody can publish is told first, then what is there, what is asked, what is entered."""
    before, facts = stage.session.before, look.facts
    begun = replace(
        _begun(thing, stage), told=look.told, shown=shown(thing.name, facts, Language.TH)
    )
    if faults := faults_alone(thing.name, facts, before):
        return _faulty(begun, faults, stage)
    if published := published_as(facts, before):
        told = both("batch.there", title=published.title)
        there = replace(_placed(begun, published.target, stage), told=(*look.told, told))
        return replace(there, state=State.THERE)
    guesses = taken_for(thing.name, facts, before)
    targets = targets_of(thing.name, facts, guesses, before)
    # The one cell that is owed is not what just any file is for.
    if thing.target is None and (len(targets) != 1 or not guesses):
        return _asking(begun, Question(Asks.TARGET, targets))
    target = thing.target or targets[0]
    placed = replace(_placed(begun, target, stage), reasons=_reasons(guesses, target))
    if objected := objection_to(thing.name, facts, target, before):
        return _objected(placed, objected, before)
    if question := _open_question(thing, look, target, before):
        return _asking(placed, question)
    if target.period is None and thing.says(Asks.YEAR) is Said.NO:
        return _asking(placed, Question(Asks.TARGET, tuple(_its_periods(target, before))))
    if thing.says(Asks.REPLACE) is Said.NO:
        return replace(placed, faults=both("batch.left-out"))
    return _entered(stage, placed, _order_for(thing, look, target, before))


def _begun(thing: Thing, stage: Stage) -> Arrived:
    """As long as nothing else is known."""
    begun = Arrived(
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
    target = thing.order and target_of(thing.order.request, stage.session.before)
    return _placed(begun, target, stage) if target else begun


def target_of(request: Request, assessment: Assessment) -> Target | None:
    """The cell, record or part that an order names in full; `None` where it leaves some open."""
    newest = assessment.newest_opened
    year = request.year or (newest.fiscal_year if newest else None)
    if year is None or request.item is None:
        return None
    try:
        period = parse_period(request.period) if request.period else None
    except ValueError:
        return None
    return Target(year, request.item, request.requirement or "", period, request.division)


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


def _asking(arrived: Arrived, question: Question) -> Arrived:
    return replace(arrived, state=State.ASKS, question=question)


def _open_question(
    thing: Thing, look: FileLook, target: Target, before: Assessment
) -> Question | None:
    """The first question that nobody has answered; once cleaned, a file hides nothing more."""
    asked = questions_about(target, look.facts, before)
    return next((question for question in asked if question.asks not in thing.answers), None)


def _its_periods(target: Target, before: Assessment) -> Iterator[Target]:
    """A target for each period of its requirement that has ended: one that is no whole year's."""
    for cell in item_of(before, target.year, target.item).cells:
        if cell.requirement.id == target.requirement and cell.period and cell.is_owed:
            yield replace(target, period=cell.period)


def _order_for(thing: Thing, look: FileLook, target: Target, before: Assessment) -> Order:
    """The entry that a file comes to."""
    period = str(target.period) if target.period else None
    request = Request(target.item, period, target.requirement, target.division, target.year)
    order = Order(
        _kind_of(look),
        request,
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
            return _faulty(stated, error.findings, stage)
        return _refused(stated, error, stage.session.before)
    told = (*entered.told, *filter(None, (entered.notices,)))
    return replace(stated, state=State.READY, place=stated.place or entered.what, told=told)


# Refused, with the reply to whoever sent the file


def _faulty(arrived: Arrived, findings: tuple[Finding, ...], stage: Stage) -> Arrived:
    """By findings, as `oit check` words them."""
    session = stage.session
    words = findings_text(findings, session.vocabulary, session.environment.language)
    sent_back = SentBack(name=arrived.name, target=arrived.target, findings=findings)
    return _with_reply(replace(arrived, faults=words), sent_back, session.before)


def _objected(arrived: Arrived, objected: Objected, before: Assessment) -> Arrived:
    words = objection_words(objected, Language.TH)
    sent_back = SentBack(name=arrived.name, target=arrived.target, objected=objected)
    return _with_reply(replace(arrived, faults=words), sent_back, before)


def _refused(arrived: Arrived, error: RefusedError, before: Assessment) -> Arrived:
    """By what an entry says that it lacks; in Thai alone in the reply."""
    thai = str(error).partition(f"\n{english_line('').strip()}")[0]
    sent_back = SentBack(name=arrived.name, target=arrived.target, why=thai)
    return _with_reply(replace(arrived, faults=str(error)), sent_back, before)


def _with_reply(arrived: Arrived, sent_back: SentBack, before: Assessment) -> Arrived:
    """What somebody typed on this machine is answered on its page."""
    if not arrived.name:
        return arrived
    return replace(arrived, reply=reply(sent_back, before, Language.TH))
