"""What an item is judged by: a stand-in until the dossier of its own engineer is merged."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oit.assessment.published_ledger import published_ledger
from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.contract.addresses import (
    admin_entry_path,
    admin_field_path,
    division_path,
    item_json_path,
    measures_path,
)
from oit.model.mandate import MandateItem
from oit.outputs.evidence_files import forms_of
from oit.outputs.form.backend import can_sign_in
from oit.outputs.pages.blocks import Fact, Link
from oit.outputs.pages.measures_page import measures_proven_by
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import Publication
from oit.wording.sentences import words_of
from oit.wording.withdrawal_text import public_reason


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """A waiver or a withdrawal, told at the head of an item."""

    headline: str
    detail: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A list under a heading."""

    name: str
    lines: tuple[str | Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """The fold at the end of an item."""

    title: str
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    sample: str


def notices_of(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> tuple[Notice, ...]:
    """The waivers in force and the withdrawals of an item."""
    return (*_waivers(item, writer), *_withdrawals(item, round_, writer))


def _waivers(item: ItemAssessment, writer: PageWriter) -> Iterator[Notice]:
    for waiver in item.waivers:
        until = writer.day(waiver.until) if waiver.until else ""
        headline = writer.say("item.waiver", day=until)
        detail = writer.say("item.waiver-reason", reason=waiver.reason, by=waiver.approved_by)
        yield Notice(headline=headline, detail=detail)


def _withdrawals(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> Iterator[Notice]:
    labels = {entry.id: writer.label(entry) for entry in item.mandated.requirements}
    for withdrawal in round_.contents.withdrawals_of(item.id):
        periods = (writer.period(period) for period in withdrawal.periods)
        what = " ".join((labels.get(withdrawal.requirement, ""), *periods))
        reason = f"{public_reason(withdrawal)} ({withdrawal.by})"
        headline = writer.say("item.withdrawal", day=writer.day(withdrawal.day))
        yield Notice(headline=headline, detail=f"{what} {reason}")


def dossier_of(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter, publication: Publication
) -> Dossier:
    """Who answers for an item, how current it is, and what programs and staff need."""
    return Dossier(
        title=writer.say("item.dossier", item=item.id),
        facts=tuple(_facts(item, writer)),
        groups=tuple(group for group in _groups(item, round_, writer, publication) if group.lines),
        sample=writer.say("item.sample"),
    )


def _facts(item: ItemAssessment, writer: PageWriter) -> Iterator[Fact]:
    mandated = item.mandated
    yield Fact(name=writer.say("labels.lead"), values=(_division(mandated.lead, writer),))
    if mandated.contributors:
        names = tuple(_division(owner, writer) for owner in mandated.contributors)
        yield Fact(name=writer.say("labels.contributors"), values=names)
    yield Fact(name=writer.say("labels.frequency"), values=(writer.frequency(item.frequency),))
    oldest = item.oldest
    for name, day in (
        ("labels.updated", oldest.updated if oldest else None),
        ("labels.confirmed", oldest.last if oldest else None),
        ("labels.next-due", item.due_on),
    ):
        yield Fact(name=writer.say(name), values=(_day(day, writer),))
    count = writer.say("item.published-count", filled=item.filled_count, owed=len(item.owed))
    yield Fact(name=writer.say("item.published-name"), values=(count,))


def _division(division: str, writer: PageWriter) -> Link:
    return Link(text=writer.division(division), href=writer.href(division_path(division)))


def _day(day: date | None, writer: PageWriter) -> str:
    return writer.day(day) if day else "–"


def _groups(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter, publication: Publication
) -> Iterator[Group]:
    year = round_.fiscal_year
    measures = [
        Link(text=measure.about, href=writer.href(measures_path(year)))
        for measure in measures_proven_by(item.mandated.topic, round_.measures)
    ]
    yield Group(name=writer.say("item.measures"), lines=tuple(measures))
    yield Group(name=writer.say("item.replaced-files"), lines=tuple(_replaced(item, round_)))
    yield Group(
        name=writer.say("item.machines"), lines=tuple(_machines(item.mandated, writer, year))
    )
    yield Group(
        name=writer.say("item.staff"), lines=tuple(_staff(item, round_, writer, publication))
    )


def _replaced(item: ItemAssessment, round_: RoundAssessment) -> Iterator[str]:
    for entry in published_ledger(round_.contents, round_.recordings, round_.as_of):
        if entry.item == item.id and not entry.is_live:
            yield f"{entry.file} SHA-256 {entry.sha256}"


def _machines(mandated: MandateItem, writer: PageWriter, year: int) -> Iterator[Link]:
    address = writer.href(item_json_path(year, mandated.item))
    yield Link(text=writer.say("item.json", item=mandated.item), href=address)
    for title, path in forms_of(mandated):
        text = writer.say("item.form", title=title)
        yield Link(text=text, href=writer.href(path), is_file=True)


def _staff(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter, publication: Publication
) -> Iterator[str | Link]:
    repository = publication.policy.repository
    has_form = repository and round_.state is RoundState.OPEN and can_sign_in(repository)
    record = next((unit.unit.place.file for unit in item.units if not unit.is_part), None)
    entry = admin_entry_path(round_.fiscal_year, item.mandated)
    if repository and record:
        address = writer.href(entry) if has_form else repository.edit_address(record)
        yield Link(text=writer.say("item.edit"), href=address, is_external=not has_form)
    for finding in item.to_do:
        words = words_of(finding, publication.vocabulary, writer.language)
        text = f"{words.what} {words.remedy} ({finding.rule} · {finding.file}:{finding.line})"
        yield text
        if has_form:
            yield Link(
                text=writer.say("item.open-field"),
                href=writer.href(admin_field_path(entry, finding.field)),
            )
