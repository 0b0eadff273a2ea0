"""A built site without its rules and events, as somebody leaves it who hides that it had any."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from helpers.damage import API, Site, reseal, seal

RULES = ("policy.json", "events.json", "events.csv")


def without_rules(site: Site, *kept: str) -> None:
    """Take rules and events out, with all that came together with them but what is to be kept."""
    _without_documents(site)
    site.index(_without_rules)
    for name, take_out in SIGNS.items():
        if name not in kept:
            take_out(site)
    seal(site)


def _without_rules(index: Any) -> None:
    for round_ in index["rounds"]:
        del round_["policy"], round_["events"]


def _without_documents(site: Site) -> None:
    for name in RULES:
        site.remove(f"{API}/2568/{name}")
    site.remove("2568/oit-2568.zip")  # it came after them, and has them in it

    def change(package: Any) -> None:
        package["resources"] = [
            resource for resource in package["resources"] if resource["path"] != "2568/events.csv"
        ]

    site.document(f"{API}/datapackage.json", change)


def _without_identifiers(site: Site) -> None:
    def change(index: Any) -> None:
        for round_ in index["rounds"]:
            for item in round_["items"]:
                item["identifier"] = None

    site.index(change)
    reseal(site)


def _without_schemas(site: Site) -> None:
    for name in RULES:
        site.remove(f"{API}/schema/{name}.schema.json")


def _without_sections(site: Site) -> None:
    for file in (site.root / API / "2568").glob("o*.json"):
        path = file.relative_to(site.root).as_posix()
        site.document(path, lambda document: document.pop("sections"))


def _without_marks(site: Site) -> None:
    for file in site.root.rglob("index.html"):
        text = file.read_text("utf-8")
        site.write(
            file.relative_to(site.root).as_posix(), re.sub(r' data-oit-value="[^"]*"', "", text)
        )


SIGNS: Mapping[str, Callable[[Site], None]] = {
    "identifiers": _without_identifiers,
    "schemas": _without_schemas,
    "sections": _without_sections,
    "marks": _without_marks,
}
"""What came together with rules and events, each with how it is taken out."""
