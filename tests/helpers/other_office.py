"""The site of an invented office on its first days: in production, with nothing in it yet."""

import shutil
from pathlib import Path

from helpers.commands import run
from helpers.support import copy_site, delete, replace

YEAR = 2570
DAY = {"OIT_AS_OF": "2026-10-05"}
SITE_URL = "https://oit.example.go.th/"
NAME_TH = "สำนักงานเขตทุ่งสมมุติ"
CONTACT = {
    "telephone": "0 2000 0000",
    "email": "oit@example.go.th",
    "address_th": "1 ถนนสมมุติ กรุงเทพมหานคร",
    "address_en": "1 Sommut Road, Bangkok",
    "hours_th": "วันจันทร์–วันศุกร์ เวลา 08.00–16.00 น.",
    "hours_en": "Monday to Friday, 8 am to 4 pm",
    "map_url": "https://maps.example.org/?q=1,2",
}
"""All ways to reach it that the settings know."""


def other_office(folder: Path) -> Path:
    """A folder with its site: no page of its own, no `nav`, a round as `oit new-round` opens it."""
    site = copy_site("current", folder)
    shutil.rmtree(site / "docs")
    (site / "docs").mkdir()
    replace("mkdocs.yml", "docs_dir: docs\nnav:\n  - ชุดข้อมูล: data.md\n", f"site_url: {SITE_URL}\n")(
        site
    )
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    replace("mkdocs.yml", "id: test", "id: thungsommut")(site)
    replace("mkdocs.yml", "site_name: สำนักงานเขตทดสอบ", f"site_name: {NAME_TH}")(site)
    replace("mkdocs.yml", "name_th: สำนักงานเขตทดสอบ", f"name_th: {NAME_TH}")(site)
    fields = "".join(f"\n      {name}: {value}" for name, value in CONTACT.items())
    name = "name_en: Test District Office"
    replace("mkdocs.yml", name, f"name_en: Thung Sommut District Office{fields}")(site)
    done = run("oit", "new-round", str(YEAR), cwd=site, **DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    delete("oit_items/2568")(site)
    return site
