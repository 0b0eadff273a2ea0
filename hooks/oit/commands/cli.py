"""The command `oit`. Exit status: 0 passes, 1 the gate failed, 2 it could not run."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NamedTuple

import click

_OPTIONS = "[ตัวเลือก]"
INTERRUPTED = 130
"""The exit status of a shell for Ctrl+C: 128, and the number of the signal."""


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
        "ลบสิ่งที่ผู้อ่านมองไม่เห็นออกจากไฟล์ (remove what readers do not see from files).",
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
    "fix": _Entry(
        "fix",
        "fix",
        "แก้ไขค่าที่ระบบทราบแน่ชัด เช่น oit fix O15 (write what is known exactly, after showing it).",
    ),
    "fmt": _Entry(
        "fmt", "fmt", "จัดรูปแบบข้อมูลรายการให้เป็นแบบเดียวกัน เนื้อหาและหมายเหตุคงเดิม (format records)."
    ),
    "freshness": _Entry(
        "freshness",
        "freshness",
        "แจ้งเรื่องที่ค้างและใกล้ครบกำหนดบนระบบเก็บข้อมูล (issues of what is late or due).",
    ),
    "go-live": _Entry(
        "go_live",
        "go_live",
        "รายการก่อนเปิดใช้งาน ว่าเรื่องใดเสร็จแล้ว (what is to be done before going live).",
    ),
    "init": _Entry(
        "init",
        "init",
        "สร้างที่เก็บข้อมูลของสำนักงานใหม่ เช่น oit init bangkapi (an office's repository).",
    ),
    "ledger": _Entry(
        "ledger", "ledger", "บันทึกไฟล์ที่เผยแพร่แล้วลงทะเบียน ledger.json (record what was published)."
    ),
    "links": _Entry(
        "links",
        "links",
        "ตรวจลิงก์ไปเว็บไซต์อื่น และจำผลไว้ (links to other sites, remembered over the days).",
    ),
    "live": _Entry(
        "live",
        "live",
        "ถามเว็บไซต์ที่เผยแพร่อยู่ว่าเป็นฉบับและวันที่ที่นำขึ้นล่าสุด (is the published site the one deployed).",
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
    "replace": _Entry(
        "replace",
        "replace",
        "แทนไฟล์ที่เผยแพร่แล้วด้วยฉบับแก้ไข เช่น oit replace O15 เดิม.xlsx ใหม่.xlsx (a corrected file).",
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
    "upgrade": _Entry(
        "upgrade",
        "upgrade",
        "ปรับปรุงระบบเป็นรุ่นใหม่ เช่น oit upgrade --to oit-1.0.0-py3-none-any.whl (to a newer engine).",
    ),
    "verify": _Entry(
        "verify", "verify", "ตรวจดัชนีที่เผยแพร่แล้วกับสิ่งที่ดัชนีระบุ (verify a published index, of any site)."
    ),
    "verify-upgrade": _Entry(
        "verify_upgrade",
        "verify_upgrade",
        "ตรวจว่าฉบับที่เปิดอยู่คือผลของคำสั่ง oit upgrade ทุกไบต์ (is this what an upgrade writes).",
    ),
    "withdraw": _Entry(
        "withdraw",
        "withdraw",
        "ถอนหลักฐานออกจากเว็บไซต์ เช่น oit withdraw O15 summary-2026-10.xlsx (take off the site).",
    ),
    "zip": _Entry(
        "zip_site",
        "zip_site",
        "สร้างและบรรจุเว็บไซต์เป็นไฟล์ ZIP สำหรับเครื่องแม่ข่าย (the site in one file).",
    ),
}


@contextmanager
def _usage_errors_in_thai() -> Iterator[None]:
    """Raises click's errors of usage as ours, the help of `oit` alone excepted."""
    try:
        yield
    except click.UsageError as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            raise
        from oit.commands.usage import UsageErrorInThai  # only now: most runs have no use for it

        raise UsageErrorInThai(error) from error


class _LazyGroup(click.Group):
    """Imports a command when it is called: all together cost more than most runs.

    What is mistyped, of `oit` itself or of any command, is told in Thai.
    """

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """The context, from the options of `oit` itself."""
        with _usage_errors_in_thai():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Find the command, read its options, run it."""
        with _usage_errors_in_thai():
            try:
                return super().invoke(ctx)
            except (click.Abort, KeyboardInterrupt, EOFError):
                click.echo("\nยกเลิกแล้ว (interrupted)", err=True)
                ctx.exit(INTERRUPTED)
            except click.UsageError as error:
                # Of an option without its value click does not say which command it is of.
                error.ctx = error.ctx or self._context_of(ctx)
                raise

    def _context_of(self, ctx: click.Context) -> click.Context:
        """The context of the command that is called in the one of `oit`."""
        name = ctx.invoked_subcommand
        command = self.get_command(ctx, name) if name else None
        return click.Context(command, parent=ctx, info_name=name) if command else ctx

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The name, the command and its arguments; raises `UnknownCommand`.

        The words of a period are joined here, before click takes the second for an argument.
        """
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from oit.commands.usage import UnknownCommand  # as above

            raise UnknownCommand(name, get_close_matches(name, COMMANDS), ctx)
        if {"--month", "--period"} & set(args):
            from oit.commands.words import joined_periods  # as above

            args = joined_periods(args)
        return super().resolve_command(ctx, args)

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
        command.options_metavar = _OPTIONS
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])


_VERSION_HELP = "แสดงรุ่นของระบบ (the version of the engine)."


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=_OPTIONS,
    subcommand_metavar="คำสั่ง [ค่า]...",
)
@click.version_option(package_name="oit", message="oit %(version)s", help=_VERSION_HELP)
def main() -> None:
    """ตรวจและเผยแพร่ข้อมูล OIT ของสำนักงานเขต (the district office's disclosure tools)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Thai, on a console of any code page
