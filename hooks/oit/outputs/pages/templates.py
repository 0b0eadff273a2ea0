"""The templates of the pages, with the filters that put values into Thai words."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import segno
from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import calendar_path, item_path, requirement_anchor
from oit.evidence.facts import Readability, readability_of
from oit.evidence.inspect import extension
from oit.findings import Finding
from oit.model.mandate import MandateItem
from oit.model.record import UrlEvidence
from oit.outputs.api.score_entries import SCORE_TH
from oit.outputs.charts import figure_text
from oit.outputs.evidence_files import evidence_path, has_twin, twin_path
from oit.outputs.pages.ageing import ages_on, cell_ages_on, full_until
from oit.outputs.publication import Publication, score_text
from oit.outputs.templating import strict_environment
from oit.web_address import host_of
from oit.wording.sentences import Words, words_of
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
    Language,
    english_date,
    english_period,
    english_short_date,
    thai_date,
    thai_period,
    thai_short_date,
    thai_short_period,
)

_KILO = 1024

READABILITY_TH: Mapping[Readability, str] = {
    Readability.SCAN: "ภาพ เครื่องอ่านไม่ได้",
    Readability.TEXT: "เอกสาร เครื่องอ่านข้อความได้",
    Readability.TABLE: "ตาราง เครื่องอ่านได้",
    Readability.OPEN_TABLE: "ตารางเปิดตามแบบ เครื่องอ่านได้",
}
"""How well a machine can read a file, in words."""


def file_size(count: int) -> str:
    """`12 KB`: a size that people compare, not count with."""
    if count < _KILO:
        return f"{count} ไบต์"
    if count < _KILO * _KILO:
        return f"{count / _KILO:.0f} KB"
    return f"{count / _KILO / _KILO:.1f} MB"


def file_size_en(count: int) -> str:
    """The same in English."""
    return file_size(count).replace("ไบต์", "bytes")


def score(value: Decimal | None) -> str:
    """Two decimals, or that it is not known."""
    return score_text(value) or "ยังไม่ทราบ"


def templates(publication: Publication) -> Environment:
    """Templates with the filters and names that pages use."""
    environment = strict_environment()
    environment.filters.update(_plain_filters(), **_named_filters(publication))
    environment.globals.update(
        office=publication.policy.office,
        divisions=publication.divisions,
        division_names=[(one.id, one.name_th) for one in publication.divisions],
        demonstration=publication.policy.is_demonstration,
        score_label=SCORE_TH,
    )
    return environment


def _path_of_item(one: ItemAssessment, round_: RoundAssessment) -> str:
    return item_path(round_.fiscal_year, one.item)


def _label_of(requirement: str, item: MandateItem) -> str:
    return next(one.label_th for one in item.requirements if one.id == requirement)


def _plain_filters() -> Mapping[str, Callable[..., Any]]:
    return {
        "thai_date": thai_date,
        "short_date": thai_short_date,
        "period_th": thai_period,
        "short_period": thai_short_period,
        "status_th": STATUS_TH.__getitem__,
        "cell_th": CELL_TH.__getitem__,
        "frequency_th": FREQUENCY_TH.__getitem__,
        "kind_th": KIND_TH.__getitem__,
        "round_th": ROUND_TH.__getitem__,
        "english_date": english_date,
        "english_short_date": english_short_date,
        "english_period": english_period,
        "status_en": STATUS_EN.__getitem__,
        "cell_en": CELL_EN.__getitem__,
        "frequency_en": FREQUENCY_EN.__getitem__,
        "round_en": ROUND_EN.__getitem__,
        "file_size_en": file_size_en,
        "ages_on": ages_on,
        "cell_ages_on": cell_ages_on,
        "full_until": full_until,
        "host": host_of,
        "extension": extension,
        "file_size": file_size,
        "score": score,
        "calendar_path": calendar_path,
        "requirement_anchor": requirement_anchor,
        "requirement_of": _label_of,
        "readability": readability_of,
        "readability_th": READABILITY_TH.__getitem__,
        "figure": figure_text,
        "qr": qr_of,
        "has_twin": has_twin,
        "twin_path": twin_path,
        "item_path": _path_of_item,
        "evidence_path": evidence_path,
    }


def _named_filters(publication: Publication) -> Mapping[str, Callable[..., Any]]:
    vocabulary = publication.vocabulary

    def division(name: str) -> str:
        return vocabulary.division(name, Language.TH)

    def division_en(name: str) -> str:
        return vocabulary.division(name, Language.EN)

    def covers_sections(owners: Iterable[str]) -> bool:
        """Whether every section (ฝ่าย) is among the owners; then they need no listing."""
        sections = {one.id for one in publication.divisions if one.name_th.startswith("ฝ่าย")}
        return sections <= set(owners)

    def is_office_wide(item: MandateItem) -> bool:
        return covers_sections(item.owners)

    def words(finding: Finding) -> Words:
        return words_of(finding, vocabulary, Language.TH)

    return {
        "division": division,
        "division_en": division_en,
        "covers_sections": covers_sections,
        "is_office_wide": is_office_wide,
        "words": words,
    }


def qr_of(given: Disclosure, cell: Cell) -> Markup | None:
    """An SVG of the link of a piece of evidence; `None` where none is to be scanned.

    A sample is no real link, and a code cannot say so to whoever scans it.
    """
    evidence = given.evidence
    if not cell.requirement.qr or evidence.sample or not isinstance(evidence, UrlEvidence):
        return None
    code = segno.make(evidence.url, error="m")
    svg = code.svg_inline(scale=4, dark="#000", light="#fff", svgclass="oit-qr", lineclass=None)
    return Markup(svg)  # noqa: S704 -- black and white squares, drawn here
