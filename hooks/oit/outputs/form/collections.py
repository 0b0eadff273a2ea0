"""The collections of the form: a round each, with one fixed file per record and part."""

from collections.abc import Iterator, Mapping, Sequence

from oit.assessment.result import Assessment, RoundState
from oit.catalog import Language, say
from oit.catalog.dates import thai_period
from oit.contract.addresses import collection_entry, collection_name
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Part, Record
from oit.outputs.form.widgets import DATE, FieldOverride, Widget, fields_of
from oit.records.site import Round
from oit.wording.form_links import parts_of
from oit.wording.vocabulary import Vocabulary

_KINDS = ("file", "url", "section", "none")
"""The kinds of evidence, the commonest first."""
_TODAY: Widget = {**DATE, "default": "{{now}}"}
_OVERRIDES: Mapping[str, Widget] = {
    "file": {
        "widget": "file",
        "choose_url": False,
        "media_library": {"config": {"multiple": False}},
    },
    "published": _TODAY,
    "date": _TODAY,
    "note": {"widget": "text"},
    "reason": {"widget": "text"},
    "sha256": {"widget": "hidden"},
}
"""Fields with other widgets than the shape of their value would get, in any item.

Nobody knows the hash of a file: `theme/admin/replacing.js` fills it in.
"""


def collections(assessment: Assessment, vocabulary: Vocabulary) -> list[Widget]:
    """The collections of the open rounds, oldest first; in a closed round nothing is entered."""
    open_years = {
        round_.fiscal_year for round_ in assessment.rounds if round_.state is RoundState.OPEN
    }
    return [
        _collection(round_, vocabulary)
        for round_ in assessment.site.rounds
        if round_.fiscal_year in open_years
    ]


def _collection(round_: Round, vocabulary: Vocabulary) -> Widget:
    label = say("form.collection", Language.TH, year=round_.fiscal_year)
    return {
        "name": collection_name(round_.fiscal_year),
        "label": label,
        "label_singular": label,
        "description": say("form.collection.about", Language.TH),
        "format": "oit-record",  # of theme/admin/record-format.js
        "extension": "md",
        "publish": False,
        "delete": False,
        "files": [
            file for item in round_.mandate.items for file in _files(round_, item, vocabulary)
        ],
    }


def _files(round_: Round, item: MandateItem, vocabulary: Vocabulary) -> Iterator[Widget]:
    """The record of an item, which fills what is not owed by division; then its parts."""
    title = f"{item.item} {item.name_th}"
    folder = f"{round_.folder}/O{item.number:02d}"
    fixed = {"item": item.item, "owner": item.lead, "frequency": item.frequency.value}
    shared = tuple(requirement for requirement in item.requirements if not requirement.by_division)
    record = collection_entry(item, None)
    yield _file(record, title, folder, "record", _fields(Record, fixed, shared))
    for division in parts_of(round_, item):
        fixed = {"item": item.item, "division": division}
        label = f"{title} – {vocabulary.division(division, Language.TH)}"
        fields = _fields(Part, fixed, item.requirements)
        yield _file(collection_entry(item, division), label, folder, division, fields)


def _fields(
    model: type[Record | Part], fixed: Mapping[str, str], owed: Sequence[Requirement]
) -> list[Widget]:
    kinds = {kind: say(f"form.kind-{kind}", Language.TH) for kind in _KINDS}
    return [*fields_of(model, kinds, _override(fixed, owed)), _body()]


def _body() -> Widget:
    """The text below the fields of a record."""
    return {
        "name": "body",
        "label": say("form.body", Language.TH),
        "hint": say("form.body.hint", Language.TH),
        "widget": "text",
        "required": False,
    }


def _file(name: str, label: str, folder: str, stem: str, fields: list[Widget]) -> Widget:
    """A file of a collection; uploads go beside it and are named in it without their folder."""
    return {
        "name": name,
        "label": label,
        "file": f"{folder}/{stem}.md",
        "media_folder": f"/{folder}",
        "public_folder": "",
        "fields": fields,
    }


def _override(fixed: Mapping[str, str], owed: Sequence[Requirement]) -> FieldOverride:
    """The widgets that depend on the item: hidden fields with `fixed` values, and choices."""

    def override(name: str, kind: str | None) -> Widget | None:
        if kind is None and name in fixed:
            return {"widget": "hidden", "default": fixed[name]}
        if name == "for":
            return _requirements(owed, kind)
        if name == "periods":
            return _periods(owed)
        return _OVERRIDES.get(name)

    return override


def _requirements(owed: Sequence[Requirement], kind: str | None) -> Widget:
    """The choice of a requirement; for evidence of kind `none`, of those that may be none."""
    options = [
        {"value": requirement.id, "label": requirement.label_th}
        for requirement in owed
        if requirement.may_be_none or kind != "none"
    ]
    return {"widget": "select", "options": options}


def _periods(owed: Sequence[Requirement]) -> Widget:
    """The choice of several periods, of any of the requirements."""
    periods = sorted({period for requirement in owed for period in requirement.periods})
    options = [{"value": str(period), "label": thai_period(period)} for period in periods]
    return {"widget": "select", "multiple": True, "options": options}
