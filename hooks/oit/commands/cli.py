"""The command `oit`. Exit status: 0 passes, 1 the gate failed, 2 it could not run."""

import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import NamedTuple

import click


class _Entry(NamedTuple):
    """Where a command is, and the line that tells people of it."""

    module: str
    function: str
    summary: str
    """The first paragraph of its docstring, which a test compares."""


COMMANDS: Mapping[str, _Entry] = {
    "add": _Entry(
        "add",
        "add",
        "เผยแพร่ไฟล์เป็นหลักฐาน เช่น oit add O15 --period 2026-10 สขร1.xlsx (publish a file).",
    ),
    "build": _Entry(
        "build",
        "build",
        "สร้างเว็บไซต์ลงในโฟลเดอร์ site เมื่อข้อมูลผ่านการตรวจแล้ว (build the site, if the gate passes).",
    ),
    "check": _Entry("check", "check", "ตรวจข้อมูลทุกข้อโดยไม่สร้างเว็บไซต์ (the gate, without a site)."),
    "clean": _Entry(
        "clean",
        "clean",
        "ลบชื่อผู้จัดทำและพิกัดออกจากไฟล์ เนื้อหาคงเดิม (remove authors and positions from files).",
    ),
    "codeowners": _Entry(
        "generated",
        "codeowners",
        "เขียนไฟล์ CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อ (who approves what, from divisions).",
    ),
    "confirm": _Entry(
        "confirm", "confirm", "ยืนยันว่าข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง (confirm that nothing changed)."
    ),
    "deployable": _Entry(
        "deployable",
        "deployable",
        "ตรวจว่าเว็บไซต์ที่สร้างแล้วครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (is it whole, and the one meant).",
    ),
    "diff": _Entry(
        "diff",
        "diff",
        "เทียบดัชนี index.json สองฉบับ จากไฟล์ โฟลเดอร์ หรือเว็บไซต์ (what changed from A to B).",
    ),
    "due": _Entry("due", "due", "แสดงสิ่งที่ต้องเผยแพร่หรือยืนยัน เรียงตามวันครบกำหนด (what is due when)."),
    "explain": _Entry(
        "explain", "explain", "อธิบายข้อความของระบบ เช่น oit explain stale (what a message means)."
    ),
    "fmt": _Entry(
        "fmt", "fmt", "จัดรูปแบบข้อมูลรายการให้ตรงกับที่แบบฟอร์มบันทึก เนื้อหาคงเดิม (format records)."
    ),
    "freshness": _Entry(
        "freshness",
        "freshness",
        "แจ้งเรื่องที่ค้างและใกล้ครบกำหนดบนระบบเก็บข้อมูล (issues of what is late or due).",
    ),
    "ledger": _Entry(
        "ledger", "ledger", "บันทึกไฟล์ที่เผยแพร่แล้วลงทะเบียน ledger.json (record what was published)."
    ),
    "links": _Entry(
        "links",
        "links",
        "ตรวจลิงก์ไปเว็บไซต์อื่น และจำผลไว้ (links to other sites, remembered over the days).",
    ),
    "new-round": _Entry(
        "new_round", "new_round", "เปิดรอบปีงบประมาณใหม่ เช่น oit new-round 2570 (open a new round)."
    ),
    "none": _Entry(
        "none",
        "none",
        'ระบุว่าไม่มีรายการในงวดนี้ เช่น oit none O15 --period 2026-12 "ไม่มีการจัดซื้อ" (state a none).',
    ),
    "remind": _Entry(
        "report",
        "remind",
        "ข้อความเตือนสั้น ๆ สำหรับส่งให้หน่วยงาน (a short reminder to paste into a message).",
    ),
    "report": _Entry(
        "report",
        "report",
        "รายงานหนึ่งหน้าให้ผู้อำนวยการเขตลงนาม (the director's report of a month, one A4 page).",
    ),
    "schemas": _Entry(
        "generated",
        "schemas",
        "เขียน JSON Schema สำหรับโปรแกรมแก้ไขข้อความ (JSON Schemas for editors, from the models).",
    ),
    "verify": _Entry(
        "verify", "verify", "ตรวจดัชนีที่เผยแพร่แล้วกับสิ่งที่ดัชนีระบุ (verify a published index, of any site)."
    ),
}


class _LazyGroup(click.Group):
    """Imports a command when it is called: all together cost more than most runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click gives it
        """The names, in order."""
        return sorted(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click gives it
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name; `None` where there is none."""
        if (entry := COMMANDS.get(cmd_name)) is None:
            return None
        command = getattr(import_module(f"oit.commands.{entry.module}"), entry.function)
        assert isinstance(command, click.Command)  # noqa: S101 -- for the type checker
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])


_VERSION_HELP = "แสดงรุ่นของระบบ (the version of the engine)."


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="oit", message="oit %(version)s", help=_VERSION_HELP)
def main() -> None:
    """ตรวจและเผยแพร่ข้อมูล OIT ของสำนักงานเขต (the district office's disclosure tools)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Thai, on a console of any code page
