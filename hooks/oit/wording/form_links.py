"""Which records the form opens, and at which address: those of the rounds that are open."""

from collections.abc import Iterator
from dataclasses import replace

from oit.assessment.result import Assessment, RoundState
from oit.contract.addresses import absolute, admin_entry_path, admin_field_path
from oit.findings import FieldPath
from oit.records.site import Round
from oit.wording.vocabulary import Vocabulary


def with_form_links(vocabulary: Vocabulary, assessment: Assessment) -> Vocabulary:
    """The vocabulary with the forms of records, where the site's own address is known."""
    address = assessment.site.site_url
    if address is None:
        return vocabulary
    forms = {
        file: absolute(address, path)
        for round_ in assessment.rounds
        if round_.state is RoundState.OPEN
        for file, path in _forms(round_.contents)
    }
    return replace(vocabulary, forms=forms)


def _forms(round_: Round) -> Iterator[tuple[str, str]]:
    """Records, and the parts that there are, with the paths of their forms."""
    for item in round_.mandate.items:
        folder = f"{round_.folder}/O{item.number:02d}"
        yield f"{folder}/record.md", admin_entry_path(round_.fiscal_year, item)
        bundle = round_.bundles.get(item.item)
        for unit in bundle.units if bundle else ():
            if unit.division:
                path = admin_entry_path(round_.fiscal_year, item, unit.division)
                yield unit.place.file, path


def form_of(file: str, path: FieldPath, vocabulary: Vocabulary) -> str | None:
    """The address that opens the form of a record at a field; `None` where none is known."""
    form = vocabulary.forms.get(file)
    if form is None:
        return None
    match path:
        case ("evidence", int(number), str(name), *_):
            return admin_field_path(form, number + 1, name)
        case ("evidence", int(number), *_):
            return admin_field_path(form, number + 1, None)
        case (str(name), *_):
            return admin_field_path(form, None, name)
    return form
