"""A round that says Git is its witness has its history, and does not lose it by a change."""

from collections.abc import Iterator

from oit.assessment.rules.located import finding_at
from oit.findings import Finding, Kind, Place
from oit.records.site import Round, Site


def check_witness(round_: Round, site: Site) -> Iterator[Finding]:
    """The history of a round of a real site could not be read: every date would be believed.

    A site that is tried out says so on its pages, and is published.
    """
    if round_.policy.is_witnessed and round_.witness is None and site.is_in_production:
        yield _finding(round_, "witness-unread")


def check_kept(base: Site, proposed: Site) -> Iterator[Finding]:
    """A round is to have no witness any more, and the base has not approved that.

    A round that the base lacks has one as well where any other has.
    """
    before = {round_.fiscal_year: round_ for round_ in base.rounds}
    is_usual = any(round_.policy.is_witnessed for round_ in base.rounds)
    for new in proposed.rounds:
        old = before.get(new.fiscal_year)
        is_asked = old.policy.is_witnessed and not old.witness_waiver if old else is_usual
        if is_asked and not new.policy.is_witnessed:
            yield _finding(new, "witness-dropped")


def _finding(round_: Round, rule: str) -> Finding:
    place = Place(f"{round_.folder}/round.yml", Kind.POLICY, fiscal_year=round_.fiscal_year)
    params = {"found": round_.policy.witness, "expected": "git"}
    return finding_at(place, round_.policy_document, rule, ("witness",), **params)
