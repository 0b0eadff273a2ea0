"""What a person may do to the tiny site `current`: its places, and edits of them."""

import hashlib
import json
from pathlib import Path

from helpers.support import Edit, delete, replace, write

ROUND = "oit_items/2568/round.yml"
MANDATE = "oit_items/2568/mandate.yml"
DIVISIONS = "oit_items/divisions.yml"
WAIVERS = "oit_items/2568/waivers.yml"
LEDGER = "oit_items/2568/ledger.json"
WITHDRAWN = "oit_items/2568/withdrawn.yml"
O1 = "oit_items/2568/O01/record.md"
WORKS = "oit_items/2568/O02/works.md"
O3 = "oit_items/2568/O03/record.md"
MARCH = "summary-2025-03.csv"
SUMMARY = "file: summary-2025-03.csv"
UPDATED = "updated: 2025-04-18"
PUBLISHED = "published: 2025-04-10"


def both(*edits: Edit) -> Edit:
    """One edit after another."""

    def edit(site: Path) -> None:
        for one in edits:
            one(site)

    return edit


def symlink(file: str, target: str) -> Edit:
    """An edit that puts a symbolic link in the place of a file."""

    def edit(site: Path) -> None:
        (site / file).unlink(missing_ok=True)
        (site / file).symlink_to(target)

    return edit


def directory(file: str) -> Edit:
    """An edit that puts a folder in the place of a file."""

    def edit(site: Path) -> None:
        (site / file).unlink()
        (site / file).mkdir()

    return edit


def folder_as_file(folder: str) -> Edit:
    """An edit that leaves a file where a folder is expected."""
    return both(delete(folder), write(folder, "x"))


def file(name: str, data: bytes) -> Edit:
    """An edit that puts another file in the place of the summary of March, under another name."""
    return both(
        delete(f"oit_items/2568/O01/{MARCH}"),
        write(f"oit_items/2568/O01/{name}", data),
        replace(O1, SUMMARY, f"file: {name}"),
        replace(O1, f"]({MARCH})", f"]({name})"),
        replace("mkdocs.yml", "[pdf, csv]", "[pdf, csv, xlsx, docx, png, jpg]"),
    )


def table(data: str | bytes, schema: str = "tax-statistics") -> Edit:
    """An edit that asks for a schema, and puts a CSV file there that is to follow it."""
    asked = f"may_be_none: true\n        tables: [{schema}]\n"
    content = data.encode() if isinstance(data, str) else data
    return both(replace(MANDATE, "may_be_none: true\n", asked), file("table.csv", content))


def owing_figures(edit: Edit) -> Edit:
    """The same, where the requirement owes statistics."""
    owed = "may_be_none: true\n        statistics: true\n"
    return both(replace(MANDATE, "may_be_none: true\n", owed), edit)


def waiver(**terms: str) -> str:
    """A waiver of O1, sound but for the terms given; an empty one is left out."""
    sound = {"item": "O1", "reason": "รอข้อมูล", "approved_by": "ผู้อำนวยการเขต", "until": "2025-04-30"}
    given = {name: value for name, value in {**sound, **terms}.items() if value}
    return "waivers:\n  - " + "\n    ".join(f"{name}: {value}" for name, value in given.items())


def withdrawal(content: str | bytes, **terms: str) -> str:
    """A `withdrawn.yml` of one version, by its bytes; sound but for the terms given."""
    data = content.encode() if isinstance(content, str) else content
    sound = {"item": "O1", "for": "monthly-summary", "sha256": hashlib.sha256(data).hexdigest()}
    more = {"date": "2025-04-28", "why": "personal-data", "reason": "มีข้อมูลส่วนบุคคล"}
    given = {**sound, **more, "by": "ผู้อำนวยการเขต", **terms}
    return "withdrawals:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in given.items())


def ledger(item: str, file: str, content: str = "x", day: str = "2025-04-10") -> str:
    """A ledger of one file."""
    digest = hashlib.sha256(content.encode()).hexdigest()
    entry = {"item": item, "file": file, "sha256": digest, "first_published": day}
    return json.dumps({"files": [entry]})


LATE_O9 = ("oit_items/2568/O09/record.md", "updated: 2025-04-10", "updated: 2024-12-02")
"""File, old and new text: what makes one item of the sample site late."""


def with_form(site: Path) -> Path:
    """The site at an address, with a form that people can sign in to."""
    file = site / "mkdocs.yml"
    repository = "{url: https://git.example.go.th/oit, forge: gitlab, application_id: a}"
    text = file.read_text("utf-8").replace(
        "    office:\n", f"    repository: {repository}\n    office:\n", 1
    )
    file.write_text(f"site_url: https://oit.example.go.th/\n{text}", "utf-8")
    return site
