"""The facts of a dossier: what an item is, who answers for it, and how current it is."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup, escape

from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.contract.addresses import division_path
from oit.model.record import Review
from oit.outputs.pages.blocks import Fact, Link
from oit.outputs.pages.links import item_key, office_language
from oit.outputs.pages.page_writer import PageWriter
from oit.reporting.changes import last_change
from oit.wording.posts import is_section


def facts_of(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> tuple[Fact, ...]:
    """The facts of an item in the order in which an assessor asks for them."""
    return (
        *_answered_for(item, round_, writer),
        *_currency(item, round_, writer),
        Fact(name=writer.say("dossier.indicator"), values=(_indicator(item, round_, writer),)),
    )


def _answered_for(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> Iterator[Fact]:
    say, mandated, key = writer.say, item.mandated, item_key(item, round_)
    yield Fact(
        name=say("dossier.official"),
        values=(f"{item.id} {writer.title(mandated)}",),
        field=f"{key}/title",
    )
    yield Fact(
        name=say("labels.lead"), values=(_division(mandated.lead, writer),), field=f"{key}/owner"
    )
    if mandated.contributors:
        others = _contributors(item, writer)
        yield Fact(name=say("labels.contributors"), values=others)


def _currency(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Iterator[Fact]:
    say, key = writer.say, item_key(item, round_)
    yield Fact(
        name=say("labels.frequency"),
        values=(writer.frequency(item.frequency),),
        field=f"{key}/frequency",
    )
    yield Fact(
        name=say("dossier.count"),
        values=(_count(item, round_, writer),),
        field=f"{key}/count-in-full",
    )
    yield Fact(
        name=say("labels.updated"), values=_updated(item, writer), field=f"{key}/updated-in-full"
    )
    yield Fact(
        name=say("labels.confirmed"),
        values=_confirmed(item, writer),
        field=f"{key}/confirmed-in-full",
    )
    if unchanged := _unchanged_since(item, round_):
        yield Fact(name=say("dossier.changed"), values=(writer.day(unchanged),))
    is_past = item.due_on is not None and item.due_on < round_.as_of
    name = say("dossier.was-due") if is_past else say("labels.next-due")
    is_closed = round_.state is RoundState.CLOSED
    due = _due(item, round_, writer)
    yield Fact(name=name, values=(due,), field=f"{key}/due-in-full", is_lasting=is_closed)


def _division(division: str, writer: PageWriter) -> Link:
    return Link(text=writer.division(division), href=writer.href(division_path(division)))


def _contributors(item: ItemAssessment, writer: PageWriter) -> tuple[str | Link, ...]:
    """Who contributes; where every section owns a share, they need no listing."""
    sections = {known.id for known in writer.publication.divisions if is_section(known.name_th)}
    if sections <= set(item.mandated.owners):
        return (writer.say("dossier.all-sections"),)
    return tuple(_division(owner, writer) for owner in item.mandated.contributors)


def _count(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> str:
    values = {"filled": item.filled_count, "owed": len(item.owed)}
    if round_.state is RoundState.CLOSED:
        return writer.say("dossier.count-closed", **values)
    return writer.say("dossier.count-of", **values, day=writer.short_day(round_.as_of))


def _updated(item: ItemAssessment, writer: PageWriter) -> tuple[str, ...]:
    """The day of the unit that was not updated for the longest time, and that it is that."""
    updated = item.oldest.updated if item.oldest else None
    day = writer.day(updated) if updated else writer.say("dossier.not-yet")
    has_parts = any(unit.is_part for unit in item.units)
    return (day, writer.say("dossier.oldest-part")) if has_parts else (day,)


def _confirmed(item: ItemAssessment, writer: PageWriter) -> tuple[str, ...]:
    """The day, and the review that made it: which post, and its note."""
    last = item.oldest.last if item.oldest else None
    day = writer.day(last) if last else writer.say("dossier.not-yet")
    review = _last_review(item)
    if review is None:
        return (day,)
    post, note = _quoted(review.by, writer), _quoted(review.note, writer)
    return (day, Markup(writer.say("dossier.review", post=post, note=note)))  # noqa: S704 -- both escaped


def _quoted(text: str, writer: PageWriter) -> Markup:
    """The office's own words, escaped, marked where the page is in another language."""
    language = office_language(writer)
    marked = Markup('<span lang="{}">{}</span>')
    return marked.format(language, text) if language else escape(text)


def _last_review(item: ItemAssessment) -> Review | None:
    """The review that last confirmed the oldest unit; `None` where it was updated since."""
    oldest = item.oldest_unit
    if oldest is None:
        return None
    reviews = oldest.unit.disclosed.reviews
    return next((review for review in reviews if review.on == oldest.confirmation.last), None)


def _unchanged_since(item: ItemAssessment, round_: RoundAssessment) -> date | None:
    """The day of the last change, where the item was confirmed after it; else `None`."""
    changed = last_change(item, round_.as_of)
    confirmed = [unit.confirmation.last for unit in item.units if unit.confirmation.last]
    return changed if changed and changed < max(confirmed, default=changed) else None


def _due(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> str:
    if item.due_on:
        return writer.day(item.due_on)
    is_closed = round_.state is RoundState.CLOSED
    return writer.say("dossier.due-closed" if is_closed else "dossier.due-none")


def _indicator(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> str:
    """The indicator with its name; its number alone where the mandate does not list it."""
    number = item.mandated.indicator
    names = {
        known.id: known.name_en if writer.is_english else known.name_th
        for known in round_.mandate.indicators
    }
    return f"{number} {names.get(number, '')}".strip()
