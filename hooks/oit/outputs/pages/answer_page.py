"""The answer pack of a round, which prints on A4."""

from jinja2 import Environment
from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.assessment.statuses import Status
from oit.catalog import Language
from oit.contract.addresses import answers_csv_path, answers_path
from oit.outputs.answers import (
    Answer,
    answers_of,
    click_path,
    filed_answers_of,
    sample_notice,
)
from oit.outputs.answers import Link as Target
from oit.outputs.page import Page
from oit.outputs.pages.ageing import ageing_of_round
from oit.outputs.pages.blocks import Link, Tag
from oit.outputs.pages.links import way_below_round
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.states import tag_of_item
from oit.outputs.publication import Publication


class FiledAddress(Struct, frozen=True):
    """A link, and its address as it is typed."""

    link: Link
    address: str


class AnswerView(Struct, frozen=True, kw_only=True):
    """The answer for an item."""

    number: str
    title: str
    anchor: str
    oit: str
    """`2568/O15`, by which auditors find what a page says of an item."""
    status: Status
    tag: Tag
    verdict: str
    is_bold: bool
    """Whether the verdict is certain: a sample is nothing that was disclosed."""
    is_sample: bool
    filed: str
    """The answer on the assessor's cut-off, in a sentence; empty where there is none."""
    steps: str
    addresses: tuple[FiledAddress, ...]
    requirements: tuple[FiledAddress, ...]


class AnswersView(Struct, frozen=True, kw_only=True):
    """What `answers.html` prints."""

    title: str
    oit: str
    crumbs: tuple[Link, ...]
    sample_notice: str
    lead: str
    csv: Link
    notes: tuple[str, ...]
    """What the settings do not say yet."""
    answers: tuple[AnswerView, ...]
    is_sample: bool


def answer_page(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """Each item's answer, addresses and click path."""
    writer = PageWriter(publication, Language.TH, answers_path(round_.fiscal_year))
    view = answers_view(round_, writer)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.answers.about"),
        html=environment.get_template("answers.html").render(page=view, writer=writer),
        as_of=round_.as_of,
        # Left out of the search: it repeats what the pages of the items say.
        weight=0,
        style="has-sample" if view.is_sample else "",
        ageing=ageing_of_round(round_),
    )


def answers_view(round_: RoundAssessment, writer: PageWriter) -> AnswersView:
    """The answers on the assessed date, in the mandate's order."""
    answers = answers_of(round_)
    filed = filed_answers_of(round_) or (None,) * len(answers)
    office = writer.publication.policy.office.name_th
    return AnswersView(
        title=writer.say("pages.answers", year=f"{writer.year(round_.fiscal_year)}"),
        oit=str(round_.fiscal_year),
        crumbs=way_below_round(round_.fiscal_year, writer),
        sample_notice=sample_notice(answers, office) or "",
        lead=writer.say("answers.lead", office=office, count=len(answers), day=round_.as_of),
        csv=Link(
            text=writer.say("answers.csv"),
            href=writer.href(answers_csv_path(round_.fiscal_year)),
            is_file=True,
        ),
        notes=_notes(writer),
        answers=tuple(
            _answer(answer, before, round_, writer)
            for answer, before in zip(answers, filed, strict=True)
        ),
        is_sample=any(item.has_sample for item in round_.items),
    )


def _notes(writer: PageWriter) -> tuple[str, ...]:
    publication = writer.publication
    missing = {
        "answers.no-home": publication.policy.official_home,
        "answers.no-address": publication.site_url,
    }
    return tuple(writer.say(message) for message, value in missing.items() if not value)


def _answer(
    answer: Answer, filed: Answer | None, round_: RoundAssessment, writer: PageWriter
) -> AnswerView:
    item = answer.item
    steps = click_path(item.mandated, round_, writer.publication)
    return AnswerView(
        number=item.id,
        title=writer.title(item.mandated),
        anchor=f"answer-{item.mandated.slug}",
        oit=f"{round_.fiscal_year}/{item.id}",
        status=item.status,
        tag=tag_of_item(item, writer),
        verdict=answer.verdict,
        is_bold=answer.is_certain or not answer.is_disclosed,
        is_sample=item.has_sample,
        filed=_filed(answer, filed, round_, writer) if filed else "",
        steps=" › ".join(steps),
        addresses=tuple(_address(target, writer) for target in answer.links),
        requirements=tuple(_address(target, writer) for target in answer.requirements),
    )


def _filed(answer: Answer, filed: Answer, round_: RoundAssessment, writer: PageWriter) -> str:
    """What the answer was on the cut-off, and how many addresses it had, where that differs."""
    told = writer.say(
        "answers.filed",
        day=round_.policy.filing or round_.as_of,
        verdict=filed.verdict,
        status=writer.status(filed.item.status),
    )
    if filed.links == answer.links:
        return told
    return f"{told} {writer.say('answers.filed-addresses', count=len(filed.links))}"


def _address(target: Target, writer: PageWriter) -> FiledAddress:
    link = Link(
        text=target.title,
        href=target.path if target.is_elsewhere else writer.href(target.path),
        is_external=target.is_elsewhere,
        is_sample=target.is_sample,
    )
    return FiledAddress(link, target.address(writer.publication.site_url))
