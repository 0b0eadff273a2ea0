"""The templates of the pages, with the filters that put values into Thai words."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from oit.assessment import ItemAssessment, RoundAssessment
from oit.findings import Finding
from oit.inspect import extension
from oit.model.policy import MandateItem
from oit.outputs.addresses import item_path, requirement_anchor
from oit.outputs.entries import evidence_path
from oit.outputs.publication import Publication, score_text
from oit.outputs.qr import qr_of
from oit.outputs.score_entries import SCORE_TH
from oit.outputs.statistic_chart import figure_text
from oit.outputs.twins import has_twin, twin_path
from oit.readability import Readability, readability_of
from oit.terms import (
    CELL_TH,
    FREQUENCY_TH,
    KIND_TH,
    ROUND_TH,
    STATUS_TH,
    Language,
    thai_date,
    thai_period,
    thai_short_date,
    thai_short_period,
)
from oit.wording import Words, words_of

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


def score(value: Decimal | None) -> str:
    """Two decimals, or that it is not known."""
    return score_text(value) or "ยังไม่ทราบ"


def days_from(day: date, today: date) -> str:
    """How far off a day is: อีก 12 วัน, วันนี้, or เกินกำหนดแล้ว 3 วัน."""
    days = (day - today).days
    if days == 0:
        return "ครบกำหนดวันนี้"
    return f"อีก {days} วัน" if days > 0 else f"เกินกำหนดแล้ว {-days} วัน"


def templates(publication: Publication) -> Environment:
    """Templates that escape by default and refuse an unknown name."""
    environment = Environment(
        loader=PackageLoader("oit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_plain_filters(), **_named_filters(publication))
    environment.globals.update(
        office=publication.policy.office,
        divisions=publication.divisions,
        demonstration=publication.policy.mode == "demonstration",
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
        "extension": extension,
        "file_size": file_size,
        "score": score,
        "requirement_anchor": requirement_anchor,
        "requirement_of": _label_of,
        "readability": readability_of,
        "readability_th": READABILITY_TH.__getitem__,
        "figure": figure_text,
        "qr": qr_of,
        "has_twin": has_twin,
        "twin_path": twin_path,
        "days_from": days_from,
        "item_path": _path_of_item,
        "evidence_path": evidence_path,
    }


def _named_filters(publication: Publication) -> Mapping[str, Callable[..., Any]]:
    vocabulary = publication.vocabulary

    def division(name: str) -> str:
        return vocabulary.division(name, Language.TH)

    def is_office_wide(item: MandateItem) -> bool:
        """Whether every section (ฝ่าย) owns the item; then they need no listing."""
        sections = {one.id for one in publication.divisions if one.name_th.startswith("ฝ่าย")}
        return sections <= set(item.owners)

    def words(finding: Finding) -> Words:
        return words_of(finding, vocabulary, Language.TH)

    return {
        "division": division,
        "is_office_wide": is_office_wide,
        "words": words,
    }
