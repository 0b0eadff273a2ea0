"""The page of what is due when, and of how late each division was."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from jinja2 import Environment

from oit.assessment.result import RoundAssessment
from oit.contract.addresses import due_path
from oit.outputs.page import Page, position, round_crumb
from oit.outputs.publication import Publication
from oit.reporting.due import Duty, duties_of, late_cells, lateness_of


def due_page(round_: RoundAssessment, publication: Publication, environment: Environment) -> Page:
    """Every deadline still to be met, by day, and the late days of cells and divisions."""
    path = due_path(round_.fiscal_year)
    days = groupby(duties_of(round_), key=lambda duty: duty.due_on)
    context: dict[str, Any] = {
        **position(path, round_crumb(round_.fiscal_year)),
        "days": [(day, _with_divisions(duties)) for day, duties in days],
        "lateness": lateness_of(round_, publication.divisions),
        "late": list(late_cells(round_)),
    }
    return Page(
        path=path,
        title=f"กำหนดเผยแพร่ ปีงบประมาณ พ.ศ. {round_.fiscal_year}",
        description="ข้อใดครบกำหนดเมื่อใด หน่วยงานใดรับผิดชอบ และงวดใดเผยแพร่ล่าช้า",
        html=environment.get_template("due.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def _with_divisions(duties: Iterable[Duty]) -> list[tuple[Duty, list[str]]]:
    """What a day asks for, each thing once, with every division that answers for it."""
    together: dict[tuple[Any, ...], tuple[Duty, list[str]]] = {}
    for duty in duties:
        what = (duty.one.item.number, duty.requirement, duty.period, duty.waived_until)
        together.setdefault(what, (duty, []))[1].append(duty.division)
    return list(together.values())
