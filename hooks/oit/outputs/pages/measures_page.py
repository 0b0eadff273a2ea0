"""The page of the office's measures for integrity, from `measures.yml`."""

from collections.abc import Iterator, Mapping

from jinja2 import Environment
from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, joined
from oit.contract.addresses import measures_path
from oit.evidence.tables.schema import Role
from oit.model.measures import Action, Analysis, Body, Measure, Measures
from oit.outputs.page import Page, root_of
from oit.outputs.pages.ageing import ageing_of
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.checklist import ItemMark, item_mark
from oit.outputs.pages.ita_measures import owner_names
from oit.outputs.pages.links import way_below_round
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell, Column, Table, table_of
from oit.outputs.publication import Publication


class ActionView(Struct, frozen=True):
    """What is done, and the item that discloses its proof; `None` without one."""

    what: str
    proof: ItemMark | None
    is_sample: bool


class MeasureView(Struct, frozen=True, kw_only=True):
    """What is done about questions of the surveys."""

    anchor: str
    questions: str
    about: str
    actions: tuple[ActionView, ...]
    owners: str
    """The ids of its divisions, by which the list is filtered."""
    carried_out: str
    """By whom, and when."""


class IndicatorView(Struct, frozen=True, kw_only=True):
    """What last year's results of an indicator say, and what follows from it."""

    anchor: str
    name: str
    finding: str
    measures: tuple[MeasureView, ...]
    plans: tuple[str, ...]
    follow_up: tuple[str, ...]
    owners: str


class BodyView(Struct, frozen=True):
    """A committee or working group: its posts and its duties."""

    name: str
    table: Table
    duties: tuple[str, ...]


class MeasuresView(Struct, frozen=True, kw_only=True):
    """What `measures.html` prints."""

    title: str
    root: str
    """The relative way to the site's root, for the files of the filter."""
    crumbs: tuple[Link, ...]
    about: Link
    divisions: tuple[tuple[str, str], ...]
    """The ids and names of those that the list can be narrowed to."""
    indicators: tuple[IndicatorView, ...]
    order: str
    ordered: str
    bodies: tuple[BodyView, ...]
    source: str
    is_sample: bool
    """Whether a proof is a sample."""


def measures_page(
    measures: Measures,
    round_: RoundAssessment,
    publication: Publication,
    environment: Environment,
) -> Page:
    """The measures by indicator, and the order that appointed who carries them out."""
    writer = PageWriter(publication, Language.TH, measures_path(round_.fiscal_year))
    view = measures_view(measures, round_, writer)
    proofs = proofs_of(measures, round_).values()
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.measures.about"),
        html=environment.get_template("measures.html").render(page=view, writer=writer),
        as_of=round_.as_of,
        style="has-sample" if view.is_sample else "",
        ageing=ageing_of(proofs, round_),
    )


def measures_view(measures: Measures, round_: RoundAssessment, writer: PageWriter) -> MeasuresView:
    """The measures of a round, each with the standing of its proof."""
    order, proofs = measures.order, proofs_of(measures, round_)
    owners = {owner for measure in _all_measures(measures) for owner in measure.owners}
    divisions = (division.id for division in writer.publication.divisions)
    names = joined([body.name for body in order.bodies], writer.language)
    return MeasuresView(
        title=writer.say("pages.measures", year=f"{writer.year(round_.fiscal_year)}"),
        root=root_of(writer.path),
        crumbs=way_below_round(round_.fiscal_year, writer),
        about=Link(text=writer.say("pages.assessment"), href=writer.href("assessment/")),
        divisions=tuple((id_, writer.division(id_)) for id_ in divisions if id_ in owners),
        indicators=tuple(
            _indicator(analysis, proofs, round_, writer) for analysis in measures.analysis
        ),
        order=writer.say("measures.order", number=order.number),
        ordered=writer.say("measures.ordered", by=order.by, day=order.signed, bodies=names),
        bodies=tuple(_body(body, writer) for body in order.bodies),
        source=writer.say(
            "measures.source", source=measures.source, count=len(round_.mandate.items)
        ),
        is_sample=any(item.has_sample for item in proofs.values()),
    )


def measures_proven_by(topic: str, measures: Measures | None) -> list[Measure]:
    """The measures that the item of a topic is a proof of, in the order of their questions."""
    if measures is None:
        return []
    return [
        measure
        for measure in _all_measures(measures)
        if any(action.proof == topic for action in measure.actions)
    ]


def _all_measures(measures: Measures) -> Iterator[Measure]:
    return (measure for analysis in measures.analysis for measure in analysis.measures)


def proofs_of(measures: Measures, round_: RoundAssessment) -> dict[str, ItemAssessment]:
    """The items that prove an action, by their topic."""
    actions = (action for measure in _all_measures(measures) for action in measure.actions)
    topics = {action.proof for action in actions}
    return {item.mandated.topic: item for item in round_.items if item.mandated.topic in topics}


def _indicator(
    analysis: Analysis,
    proofs: Mapping[str, ItemAssessment],
    round_: RoundAssessment,
    writer: PageWriter,
) -> IndicatorView:
    number, name = analysis.indicator, analysis.name
    owners = owner_names(analysis.owners, writer) if analysis.owners else ""
    return IndicatorView(
        anchor=f"indicator-{number}",
        name=writer.say("measures.indicator", number=number, name=name),
        finding=analysis.finding,
        measures=tuple(_measure(measure, proofs, round_, writer) for measure in analysis.measures),
        plans=analysis.plans,
        follow_up=analysis.follow_up,
        owners=writer.say("measures.owners", owners=owners) if owners else "",
    )


def _measure(
    measure: Measure,
    proofs: Mapping[str, ItemAssessment],
    round_: RoundAssessment,
    writer: PageWriter,
) -> MeasureView:
    return MeasureView(
        anchor=measure.questions[0].lower(),
        questions=" ".join(measure.questions),
        about=measure.about,
        actions=tuple(_action(action, proofs, round_, writer) for action in measure.actions),
        owners=" ".join(measure.owners),
        carried_out=f"{owner_names(measure.owners, writer)} · {measure.when}",
    )


def _action(
    action: Action,
    proofs: Mapping[str, ItemAssessment],
    round_: RoundAssessment,
    writer: PageWriter,
) -> ActionView:
    proof = proofs.get(action.proof or "")
    mark = item_mark(proof, round_, writer) if proof else None
    return ActionView(action.what, mark, is_sample=bool(proof and proof.is_all_sample))


def _body(body: Body, writer: PageWriter) -> BodyView:
    columns = [
        Column(writer.say("measures.post"), role=Role.KEY),
        Column(writer.say("measures.role")),
    ]
    rows = [[Cell(text=member.post), Cell(text=member.role)] for member in body.members]
    return BodyView(body.name, table_of(body.name, columns, rows), body.duties)
