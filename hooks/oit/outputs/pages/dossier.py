"""The dossier of an item: what assessors and auditors ask, in one fold, on paper a certificate."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_json_path, measures_path
from oit.outputs.evidence_files import forms_of
from oit.outputs.pages.blocks import Fact, Link
from oit.outputs.pages.dossier_cells import OwedGroup, owed_groups
from oit.outputs.pages.dossier_facts import facts_of
from oit.outputs.pages.dossier_versions import Version, versions_of
from oit.outputs.pages.links import office_language
from oit.outputs.pages.machine_files import MachineFiles, machine_files
from oit.outputs.pages.measures_page import measures_proven_by
from oit.outputs.pages.notices import Notice, notices_of
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.staff_tasks import StaffTask, edit_address, task_of


class DossierWords(Struct, frozen=True, kw_only=True):
    """The headings of a dossier in its page's language."""

    name: str
    about: str
    evidence: str
    columns: tuple[str, str, str, str]
    versions: str
    measures: str
    forms: str
    programs: str
    tasks: str
    sample: str
    nothing: str
    """In place of evidence where there is none."""
    signers: tuple[str, ...]
    post: str
    day: str


class Dossier(Struct, frozen=True, kw_only=True):
    """Everything about an item's compliance, ready to print (`templates/_dossier.html`)."""

    words: DossierWords
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]
    groups: tuple[OwedGroup, ...]
    invented: str
    """That the days of a demonstration are invented; empty elsewhere."""
    versions: tuple[Version, ...]
    measures: tuple[Link, ...]
    forms: tuple[Link, ...]
    tables: tuple[MachineFiles, ...]
    """The tables over all periods, for programs."""
    programs: tuple[Link, ...]
    tasks: tuple[StaffTask, ...]
    edit: Link | None


def dossier_of(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Dossier:
    """The dossier of an item on the assessed date, in the language of its page."""
    address = edit_address(item, round_, writer)
    return Dossier(
        words=_words(item, round_, writer),
        facts=facts_of(item, round_, writer),
        notices=notices_of(item, round_, writer),
        groups=owed_groups(item, round_, writer),
        invented=_invented(writer),
        versions=versions_of(item, round_, writer),
        measures=tuple(_measures(item, round_, writer)),
        forms=tuple(_forms(item, writer)),
        tables=tuple(machine_files(item, round_, writer)),
        programs=tuple(_programs(item, round_, writer)),
        tasks=tuple(task_of(finding, round_, writer) for finding in item.to_do),
        edit=Link(text=writer.say("dossier.edit"), href=address, is_external=True)
        if address
        else None,
    )


def _words(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> DossierWords:
    say = writer.say
    count = len(item.to_do)
    return DossierWords(
        name=say("dossier.name", item=item.id),
        about=say("dossier.about"),
        evidence=say("dossier.evidence"),
        columns=(
            say("dossier.requirement"),
            say("dossier.proof"),
            say("dossier.published"),
            say("dossier.result"),
        ),
        versions=say("dossier.versions"),
        measures=say("dossier.measures"),
        forms=say("dossier.forms"),
        programs=say("dossier.programs"),
        tasks=say("dossier.tasks", count=count, day=round_.as_of),
        sample=say("dossier.sample"),
        nothing=say("dossier.nothing"),
        signers=(say("dossier.signed-lead"), say("dossier.signed-coordinator")),
        post=say("dossier.post"),
        day=say("dossier.day"),
    )


def _invented(writer: PageWriter) -> str:
    publication = writer.publication
    is_invented = publication.policy.is_demonstration and not publication.is_in_preparation
    return writer.say("dossier.invented") if is_invented else ""


def _measures(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Iterator[Link]:
    page = measures_path(round_.fiscal_year)
    for measure in measures_proven_by(item.mandated.topic, round_.measures):
        yield Link(
            text=f"{' '.join(measure.questions)} {measure.about}",
            href=writer.href(f"{page}#{measure.questions[0].lower()}"),
            language=office_language(writer),
        )


def _forms(item: ItemAssessment, writer: PageWriter) -> Iterator[Link]:
    for title, path in forms_of(item.mandated):
        text = writer.say("dossier.form", title=title)
        language = office_language(writer)
        yield Link(text=text, href=writer.href(path), is_file=True, language=language)


def _programs(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Iterator[Link]:
    json_path = item_json_path(round_.fiscal_year, item.id)
    yield Link(text=writer.say("dossier.json", item=item.id), href=writer.href(json_path))
    yield Link(text=writer.say("dossier.csv"), href=writer.href("api/v1/evidence.csv"))
    yield Link(text=writer.say("dossier.how-to"), href=writer.href("data/"))
