"""A site as an office's real one: all that a machine can judge before going live is done."""

from pathlib import Path
from typing import Any

import yaml

SITE_URL = "https://oit.bangkok.go.th/"
CONTACT = {
    "telephone": "0 2000 0000",
    "email": "oit@bangkok.go.th",
    "address_th": "1 ถนนสมมุติ กรุงเทพมหานคร",
    "address_en": "1 Sommut Road, Bangkok",
    "hours_th": "วันจันทร์–วันศุกร์ เวลา 08.00–16.00 น.",
    "hours_en": "Monday to Friday, 8 am to 4 pm",
    "chat_url": "https://line.me/R/ti/p/@oit",
    "map_url": "https://www.openstreetmap.org/?mlat=1&mlon=2",
}
"""All ways to reach it that the settings know."""
SETTINGS = {
    "official_home": "https://district.bangkok.go.th/",
    "coordinator": "@district/coordinators",
    "licence": {
        "id": "CC-BY-4.0",
        "title": "CC BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    },
}
ASKING = ("items", "holidays")
"""Fields whose notes ask a person to check."""


def make_ready(site: Path) -> None:
    """Its settings, accounts and notes; mode, records and samples stay as they are."""
    _edit(site / "mkdocs.yml", _complete)
    _edit(site / "oit_items/divisions.yml", _with_real_accounts)
    for file in (*site.glob("oit_items/*/round.yml"), *site.glob("oit_items/*/mandate.yml")):
        _edit(file, _without_asking_notes)


def make_real(site: Path) -> None:
    """The same, in production."""
    make_ready(site)
    _edit(site / "mkdocs.yml", lambda values: values["extra"]["oit"].update(mode="production"))


def _complete(values: dict[str, Any]) -> None:
    values["site_url"] = SITE_URL
    values["extra"]["oit"].update(SETTINGS)
    values["extra"]["oit"]["office"].update(CONTACT)


def _with_real_accounts(values: dict[str, Any]) -> None:
    for division in values["divisions"]:
        if "forge" in division:
            division["forge"] = division["forge"].replace("-sample", "")


def _without_asking_notes(values: dict[str, Any]) -> None:
    notes = [note for note in values.get("policy", []) if note["field"] not in ASKING]
    values["policy"] = notes


def _edit(file: Path, edit: Any) -> None:
    values = yaml.safe_load(file.read_text("utf-8"))
    edit(values)
    file.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
