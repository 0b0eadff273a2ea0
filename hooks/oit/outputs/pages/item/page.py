"""The page of an item, in Thai and in English."""

from collections.abc import Iterator

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import item_json_path, item_path
from oit.outputs.page import ENGLISH, Page
from oit.outputs.pages.ageing import ageing_of
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.dossier import dossier_of
from oit.outputs.pages.ita_page import discloses_results, results_path
from oit.outputs.pages.item.sections import runs_of
from oit.outputs.pages.item.source import ItemSource, source_of
from oit.outputs.pages.item.view import ItemView, Run
from oit.outputs.pages.links import way_below_round
from oit.outputs.pages.notices import notices_of
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.states import state_of_item
from oit.outputs.pages.structured_data import structured_data
from oit.outputs.publication import Publication
from oit.reporting.changes import last_change

_MANY = 4
"""From how many sections on a list of them helps."""
_WORDS = ("contents", "newer", "earlier", "details", "see-also")
_AFTER = ("report", "years", "around", "here")


def item_page(
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
    language: Language,
    environment: Environment,
) -> Page:
    """What an item discloses, how current it is, and its text."""
    mandated = item.mandated
    is_english = language is Language.EN
    path = (ENGLISH if is_english else "") + item_path(round_.fiscal_year, mandated)
    writer = PageWriter(publication, language, path)
    changed = last_change(item, round_.as_of)
    view = view_of(item, round_, writer)
    structured = None if is_english else structured_data(item, round_, publication, changed)
    return Page(
        path=path,
        title=f"{item.id} {writer.title(mandated)}",
        short_title=f"{item.id} {writer.short_title(mandated)}",
        description=mandated.about_en if is_english else mandated.about_th,
        html=environment.get_template("item.html").render(page=view),
        as_of=round_.as_of,
        changed=changed,
        data_path=item_json_path(round_.fiscal_year, item.id),
        keywords=mandated.keywords_en if is_english else mandated.keywords_th,
        structured_data=structured,
        style="has-sample" if item.has_sample else "",
        ageing=ageing_of([item], round_),
    )


def view_of(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> ItemView:
    """The whole page of an item, in the language of its writer."""
    source = source_of(item, round_, writer)
    runs, mandated = runs_of(source), item.mandated
    title, short = writer.title(mandated), writer.short_title(mandated)
    return ItemView(
        key=f"{round_.fiscal_year}/{item.id}",
        status=item.status,
        crumbs=way_below_round(round_.fiscal_year, writer),
        number=item.id,
        name=short,
        official="" if short == title else writer.say("item.official", title=title),
        state=state_of_item(item, round_, writer),
        notices=notices_of(item, round_, writer),
        contents=_contents(runs),
        runs=runs,
        about=tuple(_about(item, writer)),
        texts=source.texts,
        is_text_sample=item.is_all_sample,
        see_also=tuple(_see_also(item, round_, writer)),
        dossier=dossier_of(item, round_, writer),
        report=_report(item, writer),
        report_links=tuple(_report_links(item, writer)),
        years=tuple(_other_years(item, round_, writer)),
        neighbours=tuple(_neighbours(source)),
        words=_words(writer),
    )


def _words(writer: PageWriter) -> dict[str, str]:
    words = {name: writer.say(f"item.heading-{name}") for name in (*_WORDS, *_AFTER)}
    return words | {"sample": writer.say("item.sample"), "mark": writer.say("terms.sample")}


def _contents(runs: tuple[Run, ...]) -> tuple[Link, ...]:
    sections = [section for run in runs for section in run.sections]
    if len(sections) < _MANY:
        return ()
    return tuple(Link(text=section.heading, href=f"#{section.anchor}") for section in sections)


def _about(item: ItemAssessment, writer: PageWriter) -> Iterator[str]:
    yield item.mandated.about_en if writer.is_english else item.mandated.about_th
    if writer.publication.policy.is_demonstration and item.is_all_sample:
        yield writer.say("item.no-real-channel")


def _see_also(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Iterator[Link]:
    """Where the charts and tables of the results are that an item discloses."""
    path = results_path(round_) if discloses_results(item.mandated) else None
    if path and round_.policy.previous_results:
        year = writer.year(round_.policy.previous_results.fiscal_year)
        yield Link(text=writer.say("item.results", year=year), href=writer.href(path))


def _report(item: ItemAssessment, writer: PageWriter) -> str:
    """Where errors are reported: an office's own channels, or that there are none here."""
    publication = writer.publication
    office = publication.policy.office
    name = office.name_en if writer.is_english else office.name_th
    contact = publication.contact
    if contact and (contact.telephone or contact.email):
        return writer.say("item.report-to", item=item.id, office=name)
    if publication.is_in_preparation:
        return writer.say("item.report-not-yet")
    if publication.policy.is_demonstration:
        return writer.say("item.report-nowhere")
    return writer.say("item.report-officially", office=name)


def _report_links(item: ItemAssessment, writer: PageWriter) -> Iterator[Link]:
    contact = writer.publication.contact
    if contact and contact.telephone:
        number = contact.telephone
        yield Link(text=number, href=f"tel:{number.replace(' ', '')}")
    if contact and contact.email:
        subject = writer.say("item.report-subject", item=item.id)
        yield Link(text=contact.email, href=f"mailto:{contact.email}?subject={subject}")


def _other_years(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> Iterator[Link]:
    """The items of the same topic in other rounds, newest first: numbers change, topics stay."""
    for other in reversed(writer.publication.assessment.rounds):
        for same in other.mandate.items if other is not round_ else ():
            if same.topic == item.mandated.topic:
                year, name = writer.year(other.fiscal_year), writer.short_title(same)
                yield Link(
                    text=writer.say("item.year", year=year, item=same.item, title=name),
                    href=writer.href(item_path(other.fiscal_year, same)),
                )


def _neighbours(source: ItemSource) -> Iterator[Link]:
    """The items before and after, where there are any."""
    items, writer = source.round.mandate.items, source.writer
    index = items.index(source.item.mandated)
    for name, at in (("previous", index - 1), ("next", index + 1)):
        if 0 <= at < len(items):
            mandated = items[at]
            title = f"{mandated.item} {writer.short_title(mandated)}"
            yield Link(
                text=writer.say(f"item.{name}-item", title=title),
                href=writer.href(item_path(source.round.fiscal_year, mandated)),
            )
