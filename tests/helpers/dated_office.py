"""An office with a round of its own, of which the dates are decided, and some cells are filled."""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from helpers.oracle import Oracle
from helpers.support import ROOT, SITES
from oit.assessment.assess import assess
from oit.assessment.result import RoundAssessment, Today
from oit.editing.new_round import DeadlineTerms, new_round_files
from oit.model.mandate import Mandate
from oit.records.load import load_site
from oit.records.strict_yaml import parse_yaml

YEAR = 2570
OPENS, YEAR_ENDS = date(2026, 10, 1), date(2027, 9, 30)
MANDATE = Mandate.model_validate(
    parse_yaml((ROOT / "tests/year/mandate.yml").read_text("utf-8")).values
)
NEW_ROUND = new_round_files(YEAR, MANDATE, DeadlineTerms())


class _Plain(yaml.SafeDumper):
    """Writes a day that occurs twice twice: our reader refuses aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- PyYAML's own signature
        return True


class DatedOffice:
    """The files of an office, and what is judged of them."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site / f"oit_items/{YEAR}"
        for name in ("mkdocs.yml", "oit_items/divisions.yml"):
            self._write(site / name, (SITES / "current" / name).read_text("utf-8"))
        for name, text in NEW_ROUND.items():
            self._write(self.folder / name, text)

    def decide(self, closes: date, *, adopted: date | None = None, off: set[date]) -> None:
        """Write the closing day, the day the office began, and more holidays."""
        values = yaml.safe_load(NEW_ROUND["round.yml"])
        more = [{"date": day, "name_th": "วันหยุดเพิ่มเป็นกรณีพิเศษ"} for day in sorted(off)]
        values |= {"closes": closes, "holidays": [*values["holidays"], *more]}
        values |= {"adopted": adopted} if adopted else {}
        self._write(self.folder / "round.yml", to_yaml(values))

    def fill(self, chance: random.Random) -> None:
        """Fill some of the cells, early or late, and let the other records be confirmed."""
        oracle = Oracle(self.folder)
        for item in oracle.items:
            for requirement in item["requirements"]:
                divisions = item["owners"] if requirement.get("by_division") else ["record"]
                for division in divisions:
                    entries = [
                        evidence(requirement["id"], period, published)
                        for period in oracle.asked(requirement)
                        if (published := self._day(oracle, period, chance))
                    ]
                    self.publish(item["item"], division, entries)

    def publish(self, item: str, unit: str, entries: list[dict[str, Any]]) -> None:
        """Add evidence to a record or part, updated with the latest of it."""
        path = self.folder / f"O{int(item[1:]):02d}/{unit}.md"
        fields = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        fields["evidence"] += entries
        days = [entry["published"] for entry in fields["evidence"]]
        fields |= {"updated": max(days)} if days else {}
        self._write(path, f"---\n{to_yaml(fields)}---\n")

    def judged(self, day: date) -> RoundAssessment:
        """The round as on a day."""
        return assess(load_site(self.site), Today(day, is_set=True)).rounds[0]

    def _day(self, oracle: Oracle, period: Any, chance: random.Random) -> date | None:
        """A day from the beginning of the period on, for two cells of three."""
        start = oracle.named(str(period))[0] if period else OPENS
        return start + timedelta(days=chance.randint(0, 120)) if chance.random() < 0.67 else None

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def evidence(requirement: str, period: Any, published: date) -> dict[str, Any]:
    """An entry that fills a cell."""
    entry = {"kind": "url", "for": requirement, "title": "หลักฐาน", "url": "https://example.go.th/a"}
    return {**entry, **({"periods": [period]} if period else {}), "published": published}


def to_yaml(values: dict[str, Any]) -> str:
    """The values as a document."""
    return yaml.dump(values, Dumper=_Plain, allow_unicode=True)
