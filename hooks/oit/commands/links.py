"""`oit links`: whether what records link to on other sites is still there. Never part of a gate."""

import sys
from itertools import groupby
from pathlib import Path

import click
from pydantic import ValidationError

from oit.audit.links.collect import links_of
from oit.audit.links.history import LinkHistory, LinkState, grown, is_cut_off
from oit.audit.links.report import links_json, links_text
from oit.audit.verify.values import Response, Trouble
from oit.commands.options import could_not_run, explained, root_option, seconds_option
from oit.system.environment import read_environment
from oit.system.evidence_cache import cache_folder, remembered_site
from oit.system.fetching import Bounds, Fetcher
from oit.system.parallel import CONNECTIONS, together
from oit.system.writing import write_text
from oit.web_address import host_of, is_web_address

_ASKED_TO_WAIT = frozenset({429, 503})
_CUT_OFF = (
    "ติดต่อเว็บไซต์ใดไม่ได้เลย อาจเป็นเพราะเครือข่ายของเครื่องนี้ จึงไม่ได้บันทึกผล โปรดลองใหม่ภายหลัง\n"
    "[EN] No site at all could be reached; this machine may be cut off. Nothing was recorded."
)


@click.command()
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help="ไฟล์ที่จำผลการตรวจครั้งก่อน (where results are remembered; else in the user's cache).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="รูปแบบของผลการตรวจ (how the result is written).",
)
@click.option(
    "--strict",
    is_flag=True,
    help="จบด้วยสถานะ 1 หากมีลิงก์ที่เปิดไม่ได้แล้ว (exit 1 where a link is dead).",
)
@seconds_option
@root_option
@explained
def links(root: Path, state: Path | None, form: str, strict: bool, seconds: float) -> None:  # noqa: FBT001 -- click's
    """ตรวจลิงก์ไปเว็บไซต์อื่น และจำผลไว้ (links to other sites, remembered over the days).

    ลิงก์นับว่าเปิดไม่ได้แล้วเมื่อเปิดไม่ได้ครบสามวัน (dead only after failures on three separate days)
    """
    environment = read_environment()
    named = links_of(remembered_site(root))
    file = state or cache_folder() / "links.json"
    known = _remembered(file)
    answers = _answers(list(named), seconds)
    if is_cut_off(answers):
        could_not_run(_CUT_OFF)
    history = grown(known, answers, environment.today.day)
    _remember(file, history)
    checked = {address: (history.links[address], named[address]) for address in named}
    click.echo(links_json(checked) if form == "json" else links_text(checked, environment.language))
    is_any_dead = any(record.state is LinkState.DEAD for record, _ in checked.values())
    sys.exit(1 if strict and is_any_dead else 0)


def _answers(addresses: list[str], seconds: float) -> dict[str, Response]:
    """Many servers at a time, and each of them for one thing at a time."""
    bounds = Bounds(seconds=seconds, retries=1, retry_on=_ASKED_TO_WAIT)
    fetcher = Fetcher(bounds, "looks after the links of a disclosure site", CONNECTIONS)
    ordered = sorted(addresses, key=lambda one: (host_of(one), one))
    hosts = [list(of_host) for _, of_host in groupby(ordered, key=host_of)]
    found = together(hosts, lambda host: [(one, _answer(fetcher, one)) for one in host])
    return dict(pair for host in found for pair in host)


def _answer(fetcher: Fetcher, address: str) -> Response:
    """By HEAD, and by GET where a server does not answer that well."""
    head = fetcher.probe("HEAD", address, is_web_address).answer
    is_busy = head.status in _ASKED_TO_WAIT or head.trouble is Trouble.TIMED_OUT
    if is_busy or 200 <= head.status < 300:
        return head
    return fetcher.probe("GET", address, is_web_address).answer


def _remembered(file: Path) -> LinkHistory:
    try:
        return LinkHistory.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return LinkHistory()
    except (OSError, ValidationError):
        could_not_run(
            f"อ่านผลการตรวจครั้งก่อนจาก “{file}” ไม่ได้ จึงยังไม่ได้ตรวจ โปรดระบุไฟล์อื่นด้วย --state หรือลบไฟล์นี้\n"
            f"[EN] {file} cannot be read; name another file with --state, or delete it."
        )


def _remember(file: Path, history: LinkHistory) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, f"{history.model_dump_json(indent=2)}\n")
    except OSError:
        could_not_run(
            f"บันทึกผลการตรวจลงใน “{file}” ไม่ได้ โปรดระบุไฟล์อื่นด้วย --state\n"
            f"[EN] {file} cannot be written; name another file with --state."
        )
