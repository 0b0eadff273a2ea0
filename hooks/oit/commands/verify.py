"""`oit verify`: whether a published index, and everything it names, is what it says."""

import sys
from collections.abc import Iterable
from datetime import date

import click

from oit.audit.verify.addresses import INDEX_PATH, rooted
from oit.audit.verify.answers import check_answer, check_arrival
from oit.audit.verify.checksums import check_listing, read_checksums, with_listed
from oit.audit.verify.consistency import check_consistency, check_deadlines
from oit.audit.verify.documents import check_documents, document_paths, read_index
from oit.audit.verify.report import (
    Verification,
    verification_csv,
    verification_json,
    verification_text,
)
from oit.audit.verify.targets import promises_of
from oit.audit.verify.values import Discrepancy, ExternalTarget, Response, Target
from oit.audit.verify.wording import words_of
from oit.commands.options import could_not_run, explained, seconds_option
from oit.contract.addresses import CHECKSUMS
from oit.contract.index import Index
from oit.system.environment import read_environment
from oit.system.fetching import Bounds
from oit.system.parallel import CONNECTIONS, together
from oit.system.sources import Source, open_source
from oit.wording.terms import Language


@click.command()
@click.argument("location", metavar="URL|FOLDER")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="รูปแบบของผลการตรวจ (how the result is written).",
)
@click.option(
    "--external",
    is_flag=True,
    help="ตรวจลิงก์ไปเว็บไซต์อื่นด้วย (ask other sites that evidence points to, too).",
)
@click.option(
    "--megabytes",
    type=click.IntRange(min=1),
    default=Bounds().megabytes,
    show_default=True,
    help="ขนาดสูงสุดของแต่ละไฟล์ที่อ่าน (the largest file that is read).",
)
@seconds_option
@explained
def verify(location: str, form: str, external: bool, megabytes: int, seconds: float) -> None:  # noqa: FBT001 -- click's
    """ตรวจดัชนีที่เผยแพร่แล้วกับสิ่งที่ดัชนีระบุ (verify a published index, of any site).

    อ่านเฉพาะภายในเว็บไซต์ที่ระบุ ไม่ตามลิงก์หรือการส่งต่อไปเว็บไซต์อื่น เว้นแต่ใช้ --external
    (only the named site is asked; nothing leads elsewhere, unless --external is given).
    """
    environment = read_environment()
    source = open_source(location, Bounds(megabytes=megabytes, seconds=seconds), CONNECTIONS)
    if source is None:
        could_not_run(_nowhere(location))
    if sys.stderr.isatty():
        click.echo(f"กำลังอ่านดัชนีที่ {source.root} (reading the index)", err=True)
    answer = source.index()
    if reason := check_arrival(INDEX_PATH, answer):
        could_not_run(_no_index(location, reason))
    found = _verified(source, answer, environment.today.day, asks_others=external)
    if form == "json":
        click.echo(verification_json(found))
    elif form == "csv":
        click.echo(verification_csv(found), nl=False)
    else:
        click.echo(verification_text(found, environment.language))
    sys.exit(1 if found.failures else 0)


def _nowhere(location: str) -> str:
    return (
        f"ไม่พบโฟลเดอร์ “{location}” และไม่ใช่ที่อยู่เว็บไซต์ "
        f"โปรดระบุที่อยู่ที่ขึ้นต้นด้วย https:// หรือโฟลเดอร์ที่มี {INDEX_PATH}\n"
        f"[EN] “{location}” is neither a folder nor the address of a website."
    )


def _no_index(location: str, reason: Discrepancy) -> str:
    thai, english = (_why(reason, language) for language in (Language.TH, Language.EN))
    return (
        f"ยังไม่ได้ตรวจ เพราะอ่านดัชนี {INDEX_PATH} ที่ {location} ไม่ได้\n"
        f"  {thai}\n"
        "  วิธีแก้ไข: โปรดตรวจการเชื่อมต่อ แล้วระบุที่อยู่ของเว็บไซต์ที่ต้องการตรวจ "
        f"หรือโฟลเดอร์ที่มี {INDEX_PATH}\n"
        f"  [EN] {INDEX_PATH} at {location} cannot be read. {english} "
        "Look at the connection, and name the site that is to be verified, or a folder."
    )


def _why(reason: Discrepancy, language: Language) -> str:
    if reason.check != "absent":
        return words_of(reason, language).what
    return "There is no such file." if language is Language.EN else "ไม่มีไฟล์นี้"


def _verified(source: Source, first: Response, today: date, *, asks_others: bool) -> Verification:
    index, wrong = read_index(first)
    if index is None:
        return _verification(source, today, wrong, checked_count=1)
    documents = dict(together(document_paths(index), lambda path: (path, source.fetch(path))))
    fetched = {INDEX_PATH: first, **documents}
    listing = read_checksums(documents[CHECKSUMS])
    named = promises_of(index, _roots(index, source))
    promises = with_listed(named, listing, fetched)
    targets = [
        one for one in promises.targets if asks_others or not isinstance(one, ExternalTarget)
    ]
    answers = together(targets, lambda target: check_answer(target, _asked(source, target)))
    return _verification(
        source,
        today,
        [
            *wrong,
            *promises.astray,
            *check_listing(listing, named, fetched),
            *check_documents(index, documents),
            *check_deadlines(INDEX_PATH, index, today),
            *check_consistency(INDEX_PATH, index),
            *(one for found in answers for one in found),
        ],
        checked_count=1 + len(documents) + len(targets),
        left_out_count=len(promises.targets) - len(targets),
    )


def _verification(
    source: Source,
    today: date,
    discrepancies: Iterable[Discrepancy],
    *,
    checked_count: int,
    left_out_count: int = 0,
) -> Verification:
    return Verification(
        source=source.root,
        today=today,
        checked_count=checked_count,
        left_out_count=left_out_count,
        discrepancies=tuple(sorted(discrepancies, key=lambda one: one.order)),
    )


def _roots(index: Index, source: Source) -> tuple[str, ...]:
    """What the site's own addresses begin with: where it was found, and where it says it is."""
    return (source.root, *((rooted(index.site_url),) if index.site_url else ()))


def _asked(source: Source, target: Target) -> Response:
    if isinstance(target, ExternalTarget):
        return source.fetch_external(target.path)
    return source.fetch(target.path)
