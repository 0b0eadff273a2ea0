"""A record that grew: what it said on each day."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

import yaml

_LINE = "---\n"


class _Plain(yaml.CSafeDumper):
    """Writes a day that occurs twice twice: the engine's reader refuses aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- PyYAML's own signature
        return True


def to_yaml(values: Any) -> str:
    """Values as an office would write them."""
    return yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


@dataclass(frozen=True, slots=True)
class GrownRecord:
    """The fields of a record or part, and the text below."""

    fields: dict[str, Any]
    body: str

    @classmethod
    def read(cls, text: str) -> Self:
        """A record of the sample, which opens with its front matter."""
        _, front, body = text.split(_LINE, 2)
        return cls(yaml.load(front, Loader=yaml.CSafeLoader), body)

    @property
    def days(self) -> set[date]:
        """The days on which it changed."""
        return {entry["published"] for entry in self._evidence} | {
            self.fields["updated"],
            *(review["date"] for review in self._reviews),
        }

    @property
    def files(self) -> dict[str, date]:
        """The first day of each of its files."""
        entries = sorted(self._evidence, key=lambda entry: entry["published"], reverse=True)
        return {entry["file"]: entry["published"] for entry in entries if "file" in entry}

    def as_on(self, day: date) -> str:
        """What it said on one of its days, or between them."""
        lived = [changed for changed in self.days if changed <= day]
        lists = {
            "reviews": [review for review in self._reviews if review["date"] <= day],
            "evidence": [entry for entry in self._evidence if entry["published"] <= day],
        }
        fields = {**self.fields, "updated": min(self.fields["updated"], max(lived)), **lists}
        kept = {name: value for name, value in fields.items() if value or name not in lists}
        return f"{_LINE}{to_yaml(kept)}{_LINE}{self.body}"

    @property
    def _evidence(self) -> list[dict[str, Any]]:
        return list(self.fields.get("evidence", []))

    @property
    def _reviews(self) -> list[dict[str, Any]]:
        return list(self.fields.get("reviews", []))
