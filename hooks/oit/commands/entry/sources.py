"""The file that somebody names to be published."""

from pathlib import Path

from oit.commands.exits import could_not_run
from oit.evidence.inspect import TOO_LARGE


def source_file(name: str, folder: Path) -> Path:
    """The file to publish, from outside the item's folder; ends with status 2 on any other.

    A terminal puts quotes around a file that is dropped onto it.
    """
    source = Path(name.strip("'\"")).expanduser()
    if not source.is_file():
        could_not_run(
            f"ไม่พบไฟล์ “{source}” โปรดตรวจชื่อและที่เก็บไฟล์ แล้วลองใหม่", "There is no such file."
        )
    if source.resolve().parent == folder.resolve():
        could_not_run(
            f"ไฟล์ “{source.name}” อยู่ในโฟลเดอร์ของข้อนี้แล้ว โปรดย้ายออกไปไว้ที่อื่นก่อน แล้วเรียกคำสั่งนี้อีกครั้ง",
            "The file lies in the item's folder already; move it elsewhere first.",
        )
    return source


def source_bytes(source: Path) -> bytes:
    """Its bytes; ends with status 2 where there are too many."""
    if source.stat().st_size > TOO_LARGE:
        could_not_run(
            f"ไฟล์ “{source.name}” มีขนาดเกิน {TOO_LARGE // 1_000_000} ล้านไบต์ "
            "โปรดลดขนาดหรือแบ่งเป็นหลายไฟล์",
            "The file is too large; make it smaller or split it.",
        )
    return source.read_bytes()
