"""The Jinja environment of the pages: the filters that turn values into words and addresses."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

import segno
from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, say
from oit.catalog.dates import (
    english_date,
    english_period,
    english_short_date,
    thai_date,
    thai_period,
    thai_short_date,
    thai_short_period,
)
from oit.contract.addresses import calendar_path, item_path, requirement_anchor
from oit.evidence.facts import Readability, readability_of
from oit.evidence.inspect import extension
from oit.findings import Finding
from oit.model.mandate import MandateItem
from oit.model.record import UrlEvidence
from oit.outputs.evidence_files import evidence_path, has_open_csv, open_csv_path
from oit.outputs.pages.mark_ageing import ageing_of, ageing_of_cell, full_until
from oit.outputs.publication import Publication, score_text
from oit.outputs.round_charts import figure_text
from oit.outputs.shown_table import shown_rows
from oit.outputs.templating import strict_environment
from oit.periods import BUDDHIST_OFFSET
from oit.web_address import host_of
from oit.wording.posts import is_section
from oit.wording.sentences import FindingWords, words_of
from oit.wording.terms import (
    CELL_EN,
    CELL_TH,
    FREQUENCY_EN,
    FREQUENCY_TH,
    KIND_TH,
    ROUND_EN,
    ROUND_TH,
    STATUS_EN,
    STATUS_TH,
    WHY_EN,
)
from oit.wording.withdrawal_text import public_reason

_KILOBYTE = 1024


def page_environment(publication: Publication) -> Environment:
    """The environment with the filters and global names that the templates of pages use."""
    environment = strict_environment()
    environment.filters.update(_filters(), **_office_filters(publication))
    environment.globals.update(
        office=publication.policy.office,
        contact=publication.contact,
        divisions=publication.divisions,
        division_names=[(division.id, division.name_th) for division in publication.divisions],
        demonstration=publication.policy.is_demonstration,
        preparing=publication.is_in_preparation,
        score_label=say("pages.score", Language.TH),
        buddhist_offset=BUDDHIST_OFFSET,
    )
    return environment


def _filters() -> Mapping[str, Callable[..., Any]]:
    """The filters that are the same for every office."""
    return {
        "thai_date": thai_date,
        "short_date": thai_short_date,
        "period_th": thai_period,
        "short_period": thai_short_period,
        "status_th": STATUS_TH.__getitem__,
        "cell_th": CELL_TH.__getitem__,
        "frequency_th": FREQUENCY_TH.__getitem__,
        "kind_th": KIND_TH.__getitem__,
        "public_reason": public_reason,
        "why_en": WHY_EN.__getitem__,
        "round_th": ROUND_TH.__getitem__,
        "english_date": english_date,
        "english_short_date": english_short_date,
        "english_period": english_period,
        "status_en": STATUS_EN.__getitem__,
        "cell_en": CELL_EN.__getitem__,
        "frequency_en": FREQUENCY_EN.__getitem__,
        "round_en": ROUND_EN.__getitem__,
        "file_size": partial(_file_size, language=Language.TH),
        "file_size_en": partial(_file_size, language=Language.EN),
        "ageing": ageing_of,
        "cell_ageing": ageing_of_cell,
        "full_until": full_until,
        "host": host_of,
        "extension": extension,
        "score": _score,
        "calendar_path": calendar_path,
        "requirement_anchor": requirement_anchor,
        "requirement_label": _requirement_label,
        "readability": readability_of,
        "readability_th": _readability_th,
        "figure": figure_text,
        "qr": _qr_code,
        "has_open_csv": has_open_csv,
        "shown_rows": shown_rows,
        "open_csv_path": open_csv_path,
        "item_path": _item_path,
        "evidence_path": evidence_path,
    }


def _office_filters(publication: Publication) -> Mapping[str, Callable[..., Any]]:
    """The filters that need the names of an office's divisions."""
    vocabulary = publication.vocabulary

    def division(name: str) -> str:
        return vocabulary.division(name, Language.TH)

    def division_en(name: str) -> str:
        return vocabulary.division(name, Language.EN)

    def covers_sections(owners: Iterable[str]) -> bool:
        """Whether every section is among the owners; then they need no listing."""
        names = {division.id: division.name_th for division in publication.divisions}
        sections = {name for name, title in names.items() if is_section(title)}
        return sections <= set(owners)

    def is_office_wide(item: MandateItem) -> bool:
        return covers_sections(item.owners)

    def words(finding: Finding) -> FindingWords:
        return words_of(finding, vocabulary, Language.TH)

    return {
        "division": division,
        "division_en": division_en,
        "covers_sections": covers_sections,
        "is_office_wide": is_office_wide,
        "words": words,
    }


def _file_size(count: int, language: Language) -> str:
    """A number of bytes as `12 KB` or `1.5 MB`: a size to compare, not to count with."""
    if count < _KILOBYTE:
        return say("pages.bytes", language, count=count)
    if count < _KILOBYTE**2:
        return f"{count / _KILOBYTE:.0f} KB"
    return f"{count / _KILOBYTE**2:.1f} MB"


def _readability_th(readability: Readability) -> str:
    """How well a program can read a file, in words."""
    return say(f"pages.readability-{readability.value}", Language.TH)


def _score(value: Decimal | None) -> str:
    """Two decimals, or that the score is unknown."""
    return score_text(value) or say("pages.unknown", Language.TH)


def _item_path(item: ItemAssessment, round_: RoundAssessment) -> str:
    return item_path(round_.fiscal_year, item.mandated)


def _requirement_label(requirement_id: str, item: MandateItem) -> str:
    labels = {requirement.id: requirement.label_th for requirement in item.requirements}
    return labels[requirement_id]


def _qr_code(disclosure: Disclosure, cell: Cell) -> Markup | None:
    """An SVG of the link of evidence; `None` where the requirement asks for none.

    A sample is no real link, and a QR code cannot say so to a person who scans it.
    """
    evidence = disclosure.evidence
    if not cell.requirement.qr or evidence.sample or not isinstance(evidence, UrlEvidence):
        return None
    # Level M restores 15 % of a damaged code: enough for a print, and small.
    code = segno.make(evidence.url, error="m")
    svg = code.svg_inline(scale=4, dark="#000", light="#fff", svgclass="oit-qr", lineclass=None)
    return Markup(svg)  # noqa: S704 -- black and white squares, drawn here
