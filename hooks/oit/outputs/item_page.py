"""The page of one item."""

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment import ItemAssessment, RoundAssessment, UnitAssessment
from oit.markup import render
from oit.model.record import FileEvidence, Review
from oit.outputs.addresses import item_json_path, item_path, round_path, section_anchor
from oit.outputs.page import Page, root_of
from oit.sanitise import sanitise


def item_page(one: ItemAssessment, round_: RoundAssessment, environment: Environment) -> Page:
    """What an item discloses, how current it is, and its text."""
    path = item_path(round_.fiscal_year, one.item)
    item = one.item
    context = {
        "root": root_of(path),
        "item_path": path,
        "json_path": item_json_path(round_.fiscal_year, item.item),
        "crumbs": [
            ("หน้าแรก", ""),
            (f"OIT ปี {round_.fiscal_year}", round_path(round_.fiscal_year)),
        ],
        "facts": one.bundle.facts if one.bundle else {},
        "last_review": _last_review(one),
        "parts": [unit for unit in one.units if unit.is_part],
        "texts": [_text(unit) for unit in one.units if unit.unit.document.body.strip()],
        **_around(one, round_),
    }
    template = environment.get_template("item.html")
    return Page(
        path=path,
        title=f"{item.item} {item.title_th}",
        description=item.about_th,
        html=template.render(one=one, round=round_, page=context),
        as_of=round_.as_of,
    )


def _last_review(one: ItemAssessment) -> Review | None:
    """The review by which the oldest unit was last confirmed; `None` where it was updated since."""
    oldest = one.oldest_unit
    reviews = oldest.unit.disclosed.reviews if oldest else ()
    return next((one for one in reviews if oldest and one.on == oldest.confirmation.last), None)


def _text(unit: UnitAssessment) -> dict[str, Any]:
    division = unit.unit.division
    files = {
        evidence.file: evidence.file
        for evidence in unit.unit.disclosed.evidence
        if isinstance(evidence, FileEvidence)
    }
    html = render(
        unit.unit.document.body,
        anchor=lambda name: section_anchor(name, division),
        below=3 if division else 2,
        files=files,
    )
    return {"division": division, "html": Markup(sanitise(html))}  # noqa: S704 -- sanitised


def _around(one: ItemAssessment, round_: RoundAssessment) -> dict[str, Any]:
    """The items before and after, `None` at the ends."""
    listed = list(round_.items)
    index = listed.index(one)
    neighbours = {
        "previous": listed[index - 1] if index else None,
        "next": listed[index + 1] if index + 1 < len(listed) else None,
    }
    return {
        name: {"item": other.item, "path": item_path(round_.fiscal_year, other.item)}
        if other
        else None
        for name, other in neighbours.items()
    }
