"""What an item says before anything else: that it is excused, and that something was taken off."""

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.statuses import Status
from oit.model.waivers import Waiver
from oit.model.withdrawals import Withdrawal
from oit.outputs.pages.links import office_language
from oit.outputs.pages.page_writer import PageWriter
from oit.periods import Period
from oit.wording.terms import WHY_EN
from oit.wording.withdrawal_text import public_reason


class Notice(Struct, frozen=True, kw_only=True):
    """A decision about an item, as it is told on the item's page and in its dossier."""

    headline: str
    scope: str
    """What of the item it is about; empty where it is about all of it."""
    reason: str
    """The office's own words, as a sentence."""
    by: str
    """The post that decided; empty where none is named."""
    language: str
    """The language of `reason` and `by`, where that is not the page's."""


def notices_of(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> tuple[Notice, ...]:
    """The waivers in force, then what was withdrawn, each with its reason and who decided."""
    return (
        *(_waived(waiver, item, writer) for waiver in item.waivers),
        *(
            _withdrawn(withdrawal, item, writer)
            for withdrawal in round_.contents.withdrawals_of(item.id)
        ),
    )


def _waived(waiver: Waiver, item: ItemAssessment, writer: PageWriter) -> Notice:
    until = waiver.until
    return Notice(
        headline=writer.say("dossier.waived", day=until) if until else writer.status(Status.WAIVED),
        scope=_scope(item, writer, waiver.requirement, _periods(waiver.period), waiver.division),
        reason=writer.say("withdrawal.reason", reason=waiver.reason),
        by=_approved(waiver.approved_by, writer),
        language=office_language(writer),
    )


def _withdrawn(withdrawal: Withdrawal, item: ItemAssessment, writer: PageWriter) -> Notice:
    named = withdrawal
    return Notice(
        headline=writer.say("dossier.withdrawn", day=named.day),
        scope=_scope(item, writer, named.requirement, named.periods, named.division),
        reason=_why(withdrawal, writer),
        by=writer.say("dossier.decided", post=named.by),
        language=office_language(writer),
    )


def _why(withdrawal: Withdrawal, writer: PageWriter) -> str:
    """The kind of reason is translated, the reason itself is the office's."""
    if not writer.is_english:
        return public_reason(withdrawal)
    kind = WHY_EN[withdrawal.why]
    return writer.say("withdrawal.reason-of-kind", kind=kind, reason=withdrawal.reason)


def _approved(post: str, writer: PageWriter) -> str:
    return writer.say("dossier.approved", post=post) if post else ""


def _periods(period: Period | None) -> tuple[Period, ...]:
    return (period,) if period else ()


def _scope(
    item: ItemAssessment,
    writer: PageWriter,
    requirement_id: str | None,
    periods: tuple[Period, ...],
    division: str | None,
) -> str:
    """The requirement, the periods and the division that a decision names."""
    labels = (
        writer.label(requirement)
        for requirement in item.mandated.requirements
        if requirement.id == requirement_id
    )
    divisions = (writer.division(division),) if division else ()
    return " ".join((*labels, *map(writer.period, periods), *divisions))
