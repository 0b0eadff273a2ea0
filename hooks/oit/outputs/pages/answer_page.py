"""The answer pack as a page that prints on A4."""

from typing import Any

from jinja2 import Environment

from oit.assessment.result import RoundAssessment
from oit.contract.addresses import answers_csv_path, answers_path
from oit.outputs.answers import answers_of, click_path, filed_answers_of
from oit.outputs.page import Page, position, round_crumb
from oit.outputs.publication import Publication


def answer_page(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """Every item's answer: disclosed or not, the addresses to file, and the way to them."""
    path = answers_path(round_.fiscal_year)
    answers = answers_of(round_)
    filed = filed_answers_of(round_) or (None,) * len(answers)
    context: dict[str, Any] = {
        **position(path, round_crumb(round_.fiscal_year)),
        "answers": list(zip(answers, filed, strict=True)),
        "steps": {one.item.item: click_path(one.item, round_, publication) for one in round_.items},
        "site_url": publication.site_url,
        "csv_path": answers_csv_path(round_.fiscal_year),
        "official_home": publication.policy.official_home,
    }
    return Page(
        path=path,
        title=f"ชุดคำตอบสำหรับผู้ประเมิน ปีงบประมาณ พ.ศ. {round_.fiscal_year}",
        description="คำตอบของแต่ละข้อ ที่อยู่ที่ส่งต่อผู้ประเมิน และเส้นทางจากหน้าแรกของเว็บไซต์หลัก",
        html=environment.get_template("answers.html").render(round=round_, page=context),
        as_of=round_.as_of,
        weight=0,
        is_wide=True,
    )
