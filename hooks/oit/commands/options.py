"""What the commands share: the site's folder, and how they say that they could not run."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, TypeAlias

import click

from oit.records.load import RECORDS
from oit.records.site import Site
from oit.system.environment import SettingError
from oit.system.fetching import Bounds
from oit.system.git import HistoryError
from oit.system.writing import recover

COULD_NOT_RUN = 2

Arguments = ParamSpec("Arguments")

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="โฟลเดอร์ที่มี mkdocs.yml และ oit_items (the folder of the site).",
)

seconds_option = click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=Bounds().seconds,
    show_default=True,
    help="เวลาที่รอคำตอบ (how long an answer is waited for).",
)


def could_not_run(why: str) -> NoReturn:
    """Say why on standard error, and leave with status 2."""
    click.echo(why, err=True)
    sys.exit(COULD_NOT_RUN)


def require_known(division: str | None, site: Site) -> None:
    """Leave with a sentence where a division is named that the site does not know."""
    if division and division not in site.division_ids():
        known = ", ".join(sorted(site.division_ids()))
        could_not_run(
            f"ไม่มีหน่วยงานชื่อ “{division}” โปรดเลือกจาก {known}\n[EN] There is no such division."
        )


def explained(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A command of a site, that answers what it cannot do with a sentence."""

    @wraps(command)
    def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        root = options.get("root")
        if isinstance(root, Path) and not (root / RECORDS).is_dir():
            could_not_run(
                f"ไม่พบโฟลเดอร์ {RECORDS} โปรดเรียกคำสั่งนี้จากโฟลเดอร์ของเว็บไซต์\n"
                f"[EN] There is no folder {RECORDS} here; run this in the folder of the site."
            )
        try:
            if isinstance(root, Path):
                recover(root)
            command(*arguments, **options)
        except (SettingError, HistoryError) as error:
            could_not_run(str(error))
        except OSError as error:
            could_not_run(
                f"อ่านหรือบันทึกไฟล์ไม่ได้: {error.filename} ({error.strerror}) ไฟล์ทั้งหมดยังคงเดิม "
                "โปรดปิดไฟล์ที่เปิดค้างอยู่ แล้วลองใหม่\n"
                "[EN] It could not be read or written, and all files are as they were."
            )

    return run


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
