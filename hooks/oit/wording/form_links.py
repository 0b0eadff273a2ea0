"""Where staff enter what is asked of them: the form of a record, or the page of their division."""

from collections.abc import Iterator

from msgspec.structs import replace

from oit.assessment.result import Assessment, RoundState
from oit.contract.addresses import absolute, admin_entry_path, division_path, round_path
from oit.model.mandate import MandateItem
from oit.records.site import Round, Site
from oit.reporting.due import Duty
from oit.wording.vocabulary import Vocabulary


def takes_entries(site: Site) -> bool:
    """Whether anybody can sign in to the form, at an address that is known."""
    repository = site.policy.repository if site.policy else None
    return bool(site.site_url and repository and repository.has_sign_in)


def with_form_links(vocabulary: Vocabulary, assessment: Assessment) -> Vocabulary:
    """The vocabulary with the forms of records, where people can open them at an address."""
    if not takes_entries(assessment.site):
        return vocabulary
    forms = {
        file: absolute(assessment.site.site_url, path)
        for round_ in assessment.rounds
        if round_.state is RoundState.OPEN
        for file, path in forms_of(round_.contents)
    }
    return replace(vocabulary, forms=forms)


def forms_of(round_: Round) -> Iterator[tuple[str, str]]:
    """Records and parts, those to be begun too, by their files, with the paths of their forms."""
    for item in round_.mandate.items:
        folder = f"{round_.folder}/O{item.number:02d}"
        yield f"{folder}/record.md", admin_entry_path(round_.fiscal_year, item)
        for division in parts_of(round_, item):
            path = admin_entry_path(round_.fiscal_year, item, division)
            yield f"{folder}/{division}.md", path


def parts_of(round_: Round, item: MandateItem) -> list[str]:
    """The owners that owe a part of their own, or have one although the record would do."""
    bundle = round_.bundles.get(item.item)
    return [
        owner
        for owner in item.owners
        if item.by_division or (bundle is not None and bundle.part(owner) is not None)
    ]


def form_of(duty: Duty, site: Site) -> str | None:
    """The address of the form in which a duty of an open round is met; `None` where none works."""
    item, owed = duty.item.mandated, duty.requirement
    if owed is None:
        return form_of_unit(duty.fiscal_year, item, duty.division, site)
    return _form(duty.fiscal_year, item, duty.division if owed.by_division else None, site)


def form_of_unit(fiscal_year: int, item: MandateItem, division: str, site: Site) -> str | None:
    """The address of the form of what a division answers for in an item of an open round.

    That is its part, or the record of the lead and of who has no part; `None` where no form works.
    """
    rounds = [each for each in site.rounds if each.fiscal_year == fiscal_year]
    is_part = division != item.lead and any(division in parts_of(each, item) for each in rounds)
    return _form(fiscal_year, item, division if is_part else None, site)


def _form(fiscal_year: int, item: MandateItem, division: str | None, site: Site) -> str | None:
    path = admin_entry_path(fiscal_year, item, division)
    return absolute(site.site_url, path) if takes_entries(site) else None


def page_of(division: str, site: Site) -> str | None:
    """The address of the page of a division, which lists what it owes; `None` without a site's."""
    return absolute(site.site_url, division_path(division)) if site.site_url else None


def page_of_round(fiscal_year: int, site: Site) -> str | None:
    """The address of the page of a round; `None` without a site's."""
    return absolute(site.site_url, round_path(fiscal_year)) if site.site_url else None
