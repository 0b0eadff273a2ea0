"""The site of an invented office on its first days: in production, with nothing in it yet.

It is a repository of one commit: a real site needs a history.
"""

import shutil
from pathlib import Path

from helpers.commands import run
from helpers.real_office import make_real
from helpers.repositories import committed, git
from helpers.support import copy_site, delete, replace

YEAR = 2570
DAY = {"OIT_AS_OF": "2026-10-05", "OIT_REHEARSAL": "1"}
"""A real site is built of a set day only where it is not for publishing."""
NAME_TH = "สำนักงานเขตทุ่งสมมุติ"


def other_office(folder: Path) -> Path:
    """A folder with its site: no page of its own, no `nav`, a round as `oit new-round` opens it."""
    site = copy_site("current", folder)
    shutil.rmtree(site / "docs")
    (site / "docs").mkdir()
    replace("mkdocs.yml", "docs_dir: docs\nnav:\n  - ชุดข้อมูล: data.md\n", "")(site)
    replace("mkdocs.yml", "id: test", "id: thungsommut")(site)
    replace("mkdocs.yml", "site_name: สำนักงานเขตทดสอบ", f"site_name: {NAME_TH}")(site)
    replace("mkdocs.yml", "name_th: สำนักงานเขตทดสอบ", f"name_th: {NAME_TH}")(site)
    name = "name_en: Test District Office"
    replace("mkdocs.yml", name, "name_en: Thung Sommut District Office")(site)
    done = run("oit", "new-round", str(YEAR), cwd=site, **DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    delete("oit_items/2568")(site)
    make_real(site)
    git(site, "init", "--quiet")
    (site / ".gitignore").write_text("/site/\n/rehearsal/\n")
    committed(site, "the first commit")
    return site
