"""The names of divisions, requirements and fields, by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from oit.catalog import Language, ids, say
from oit.model.record import Evidence, Part, Record, Replaced, Review
from oit.records.site import Site

_LABEL = "label-"
SETTING_LABELS: Mapping[str, str] = {
    name.removeprefix(_LABEL): say(f"settings.{name}", Language.TH)
    for name in ids("settings")
    if name.startswith(_LABEL)
}
"""Thai name of a setting that a finding may name, by the name it has in its file."""
FIELD_LABELS: Mapping[str, str] = {
    field.alias or name: str(field.title)
    for model in (Replaced, Record, Part, Review, *get_args(Evidence))
    for name, field in model.model_fields.items()
    if field.title
}
"""Thai name of a field, as in the form, by the name it has in a document."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names in Thai and English. An unknown id is its own name."""

    divisions: Mapping[str, tuple[str, str]]
    requirements: Mapping[tuple[int | None, str | None, str], tuple[str, str]]
    """By fiscal year, item and requirement: a label may change from round to round."""

    def division(self, division: str, language: Language) -> str:
        """Name of a division."""
        names = self.divisions.get(division, (division, division))
        return names[language is Language.EN]

    def requirement(
        self, fiscal_year: int | None, item: str | None, requirement: str, language: Language
    ) -> str:
        """Label of a requirement of an item in a round."""
        unknown = (requirement, requirement)
        labels = self.requirements.get((fiscal_year, item, requirement), unknown)
        return labels[language is Language.EN]


def vocabulary_of(site: Site) -> Vocabulary:
    """The names of a site's divisions, and of the requirements of all its rounds."""
    return Vocabulary(
        {division.id: (division.name_th, division.name_en) for division in site.divisions},
        {
            (round_.fiscal_year, item.item, owed.id): (owed.label_th, owed.label_en)
            for round_ in site.rounds
            for item in round_.mandate.items
            for owed in item.requirements
        },
    )
