"""The demonstration that this repository ships, and whether it stands in a folder."""

import re
import shutil
from pathlib import Path

from helpers.support import ROOT

YEAR = "2568"
_OFFICE = re.compile(r"^ +id: latkrabang$", re.MULTILINE)
"""In the text, not its values: settings that cannot be read are told by the build."""
_SOURCE = "Lat Krabang District Office"
"""Whose document the mandate names as its source."""
_LEFT_OUT = """ไม่ได้ใช้การทดสอบใน tests/demonstration เพราะ{th}
[EN] The tests in tests/demonstration are left out: {en}."""


def why_left_out(root: Path) -> str:
    """Why the demonstration does not stand in a repository, in Thai and English; else nothing."""
    mandate = root / "oit_items" / YEAR / "mandate.yml"
    if not _OFFICE.search(_text(root / "mkdocs.yml")):
        return _LEFT_OUT.format(
            th=" mkdocs.yml เป็นของสำนักงานอื่น", en="mkdocs.yml names another office"
        )
    if _SOURCE not in _text(mandate):
        return _LEFT_OUT.format(
            th=f"ไม่พบรอบสาธิตใน oit_items/{YEAR}",
            en=f"oit_items/{YEAR} does not hold the demonstration's round",
        )
    return ""


def _text(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""


def copy_shipped(target: Path) -> Path:
    """A copy of the shipped site's own files, to build it or to break something in it."""
    site = target / "shipped"
    for folder in ("docs", "oit_items"):
        shutil.copytree(ROOT / folder, site / folder)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (site / "mkdocs.yml").write_text(settings.replace("- hooks", f"- {ROOT}/hooks"), "utf-8")
    return site
