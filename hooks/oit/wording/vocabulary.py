"""The names of divisions, requirements and fields, by their ids."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, get_args

from msgspec import Struct, field

from oit.catalog import Language, ids, say
from oit.diagnostics import Words
from oit.model.record import Evidence, Part, Record, Replaced, Review
from oit.records.site import Round, Site

_LABEL = "label-"
SETTING_LABELS: Mapping[str, str] = {
    name.removeprefix(_LABEL): say(f"settings.{name}", Language.TH)
    for name in ids("settings")
    if name.startswith(_LABEL)
}
"""Thai name of a setting that a finding may name, by the name it has in its file."""
FIELD_LABELS: Mapping[str, str] = {
    known.alias or name: str(known.title)
    for model in (Replaced, Record, Part, Review, *get_args(Evidence))
    for name, known in model.model_fields.items()
    if known.title
}
"""Thai name of a field, as in the form, by the name it has in a document."""


Titles: TypeAlias = Mapping[tuple[int | None, str | None], Words]
"""Of items, by fiscal year and item."""


class Vocabulary(Struct, frozen=True):
    """Names in Thai and English. An unknown id is its own name."""

    divisions: Mapping[str, tuple[str, str]]
    requirements: Mapping[tuple[int | None, str | None, str], tuple[str, str]]
    """By fiscal year, item and requirement: a label may change from round to round."""
    titles: Titles = field(default_factory=dict)
    rounds: tuple[Round, ...] = ()
    """Where the titles of entries stand: of all that there are, few are told."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """The address that opens the form of a record, by its file."""

    def evidence(self, file: str, number: int) -> str | None:
        """The title of an entry, by its file and its index in it."""
        titles = (
            dict(_titles(unit.document.values)).get(number)
            for round_ in self.rounds
            if file.startswith(f"{round_.folder}/")
            for bundle in round_.bundles.values()
            for unit in bundle.units
            if unit.place.file == file
        )
        return next(titles, None)

    def division(self, division: str, language: Language) -> str:
        """Name of a division."""
        return self.division_words(division).within(language)

    def division_words(self, division: str) -> Words:
        """Name of a division in both languages."""
        return Words(*self.divisions.get(division, (division, division)))

    def requirement(
        self, fiscal_year: int | None, item: str | None, requirement: str, language: Language
    ) -> str:
        """Label of a requirement of an item in a round."""
        return self.requirement_words(fiscal_year, item, requirement).within(language)

    def requirement_words(
        self, fiscal_year: int | None, item: str | None, requirement: str
    ) -> Words:
        """The same in both languages."""
        unknown = (requirement, requirement)
        return Words(*self.requirements.get((fiscal_year, item, requirement), unknown))


def field_words(name: str) -> Words:
    """A field's label as in the form, or a setting's; in English the name that it has in files."""
    return Words(FIELD_LABELS.get(name) or SETTING_LABELS.get(name) or name, name)


def setting_words(name: str) -> Words:
    """The same for a field of a settings file: its `title` is no evidence's."""
    return Words(SETTING_LABELS.get(name) or FIELD_LABELS.get(name) or name, name)


def vocabulary_of(site: Site) -> Vocabulary:
    """The names of a site's divisions, items and evidence, and of what all its rounds require.

    Rounds whose policy was only read in thought have theirs: their faults are told, too.
    """
    rounds = (*site.guessed_rounds, *site.rounds)
    mandated = [(round_.fiscal_year, item) for round_ in rounds for item in round_.mandate.items]
    return Vocabulary(
        {division.id: (division.name_th, division.name_en) for division in site.divisions},
        {
            (year, item.item, owed.id): (owed.label_th, owed.label_en)
            for year, item in mandated
            for owed in item.requirements
        },
        {(year, item.item): Words(item.title_th, item.title_en) for year, item in mandated},
        rounds,
    )


def _titles(values: Any) -> Iterator[tuple[int, str]]:
    """The titles as they are written, those of entries that could not be read included."""
    entries = values.get("evidence") if isinstance(values, dict) else None
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        title = entry.get("title") if isinstance(entry, dict) else None
        if isinstance(title, str):
            yield number, title
