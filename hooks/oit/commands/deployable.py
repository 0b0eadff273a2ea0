"""`oit deployable`: whether a built site is whole and of the right commit, before publishing it."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from oit.commands.exits import could_not_run, reports_errors
from oit.commands.indexes import index_at, published_index
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.commands.usage import UnreadableValue
from oit.contract.index import Index
from oit.escaping import for_forge_log
from oit.records.site import Site
from oit.system.environment import COMMIT, now_in_bangkok, read_environment
from oit.system.git import History
from oit.web_address import is_web_address, without_credentials


class SiteLocation(click.ParamType[str]):
    """The folder of a built site, or the address at which it is served."""

    name = "site"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """An address as it is; a folder that is there. Raises `UnreadableValue`."""
        if not is_web_address(value) and not Path(value).is_dir():
            shown = without_credentials(value)
            raise UnreadableValue(
                f"ไม่พบโฟลเดอร์ {shown} โปรดสร้างเว็บไซต์ด้วย python3 scripts/build.py ก่อน "
                "หรือระบุที่อยู่เว็บไซต์ที่ขึ้นต้นด้วย https://",
                f"There is no folder {shown}; build the site first, or name its address.",
                param,
                ctx,
            )
        return value


@click.command()
@click.argument("site", type=SiteLocation(), metavar="SITE")
@click.option("--commit", required=True, help="ฉบับที่จะเผยแพร่ (the commit that is meant).")
@click.option(
    "--continues",
    is_flag=True,
    help=(
        "ถามเว็บไซต์ที่เผยแพร่อยู่ด้วยว่าฉบับหลักต่อจากฉบับนั้น "
        "(ask the site at site_url too: does the main branch continue what it shows?)."
    ),
)
@root_option
@reports_errors
def deployable(root: Path, site: str, commit: str, *, continues: bool) -> None:
    """ตรวจว่าเว็บไซต์ที่สร้างแล้วครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (is it whole, and the one meant)."""
    require_commit(commit)
    records = cached_site(root)
    obstacles = obstacles_to_publishing(index_at(site), records, commit, day_of(records))
    if continues:
        obstacles += _history_obstacles(History(root), records.site_url, commit)
    if obstacles:
        click.echo(for_forge_log("\n".join(["ยังเผยแพร่ไม่ได้ (not published):", *obstacles])))
        sys.exit(1)
    click.echo("เว็บไซต์ครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (whole, and the version that is meant)")


def require_commit(commit: str) -> None:
    """End with status 2 for a name that may be another version a moment later."""
    if not COMMIT.fullmatch(commit):
        could_not_run(
            "ค่า --commit ต้องเป็นรหัสเต็ม 40 หรือ 64 ตัวอักษร",
            "--commit takes the whole name of a commit.",
        )


def day_of(records: Site) -> date:
    """The day that a site is of when it is published; only a demonstration's may be set."""
    if records.is_in_production:
        return now_in_bangkok().date()
    return read_environment().today.day


def obstacles_to_publishing(index: Index, records: Site, commit: str, today: date) -> list[str]:
    """Why a built site is not the one that is meant, in both languages; empty if it is."""
    return [
        *_commit_obstacles(index, commit),
        *_day_obstacles(index, today),
        *_item_obstacles(index, records),
    ]


def _history_obstacles(history: History, address: str | None, commit: str) -> list[str]:
    """Why the main branch does not continue the site that is published; empty where none is."""
    live = published_index(address) if address else None
    if live is None:
        click.echo("ไม่พบเว็บไซต์ที่เผยแพร่อยู่ จึงถือเป็นการเผยแพร่ครั้งแรก (nothing is published yet)")
        return []
    if live.commit is None or live.commit in history.first_parents(commit):
        return []
    return [
        f"เว็บไซต์ที่เผยแพร่อยู่สร้างจากฉบับ {live.commit} ซึ่งไม่อยู่ในประวัติของฉบับหลัก "
        "ประวัติอาจถูกเขียนทับ โปรดให้เจ้าหน้าที่คอมพิวเตอร์กู้คืนฉบับหลักจากข้อมูลสำรองหรือจากเครื่องอื่น "
        "แล้วเผยแพร่อีกครั้ง\n"
        "  หากสำนักงานลบข้อมูลที่ถอนแล้วออกจากประวัติ โปรดอย่ากู้คืน เพราะข้อมูลนั้นจะกลับมา "
        "ให้เริ่มงาน “เผยแพร่” โดยเลือก history_rewritten (GitHub) "
        "หรืองาน “เผยแพร่หลังจากลบข้อมูลออกจากประวัติ” (GitLab) ตามหน้า guide/withdraw/\n"
        f"[EN] The published site is of {live.commit}, which the main branch has lost; restore it. "
        "After a purge of withdrawn data do not restore it: publish once with history_rewritten."
    ]


def _day_obstacles(index: Index, today: date) -> Iterator[str]:
    """Rounds that are judged as of another day than today, or than the day they closed."""
    for round_ in index.rounds:
        expected = min(today, round_.closes)
        if round_.as_of != expected:
            yield (
                f"รอบปี {round_.fiscal_year} ของเว็บไซต์เป็นข้อมูล ณ วันที่ {round_.as_of} "
                f"แต่วันนี้ต้องเป็น {expected} โปรดสร้างเว็บไซต์ใหม่โดยไม่กำหนด OIT_AS_OF\n"
                f"[EN] Round {round_.fiscal_year} is as of {round_.as_of}, not {expected}; "
                "build the site again without OIT_AS_OF."
            )


def _commit_obstacles(index: Index, commit: str) -> Iterator[str]:
    if index.commit != commit:
        yield (
            f"เว็บไซต์นี้สร้างจากฉบับ {index.commit or '(ไม่ระบุ)'} แต่ฉบับที่จะเผยแพร่คือ {commit}\n"
            f"[EN] The site is of commit {index.commit}, not {commit}."
        )


def _item_obstacles(index: Index, site: Site) -> Iterator[str]:
    """Rounds whose number of items differs between mandate and index."""
    expected = {round_.fiscal_year: round_.mandate.item_count for round_ in site.rounds}
    published = {
        round_.fiscal_year: len({item.item for item in round_.items}) for round_ in index.rounds
    }
    if not expected:
        yield (
            "อ่านข้อกำหนดของรอบใดไม่ได้เลย จึงตรวจจำนวนข้อไม่ได้\n"
            "[EN] No round could be read, so there is nothing to count by."
        )
    for year in sorted(expected.keys() | published.keys()):
        found, wanted = published.get(year, 0), expected.get(year, 0)
        if found != wanted:
            yield (
                f"รอบปี {year} ของเว็บไซต์มี {found} ข้อ แต่ข้อกำหนดมี {wanted} ข้อ\n"
                f"[EN] Round {year} has {found} items on the site and {wanted} in the mandate."
            )
