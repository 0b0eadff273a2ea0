"""The options by which commands name an item, a requirement, a period and a division."""

from collections.abc import Callable
from typing import Any, TypeAlias

import click

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

item_argument: Decorator = click.argument("item", required=False)
period_option: Decorator = click.option(
    "--period", help="งวด เช่น 2026-10, FY2570-Q1 หรือ “ตุลาคม 2569” (the period)."
)
for_option: Decorator = click.option(
    "--for",
    "requirement",
    help="องค์ประกอบ จำเป็นเมื่อข้อนั้นมีหลายองค์ประกอบที่เข้ากันได้ (the requirement).",
)
_division: Decorator = click.option(
    "--division", help="หน่วยงานที่ส่งข้อมูลส่วนของตน เช่น works หรือ ฝ่ายโยธา (the division)."
)
_year: Decorator = click.option(
    "--year", type=int, help="รอบปีงบประมาณ พ.ศ. หากไม่ใช่รอบล่าสุด (the fiscal year, B.E.)."
)


def where_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--division` and `--year`."""
    return _division(_year(command))
