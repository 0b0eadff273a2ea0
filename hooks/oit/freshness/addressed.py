"""Whom an issue is addressed to: divisions by name, and by what they are called on the forge."""

from collections.abc import Sequence

from oit.escaping import inert, one_line
from oit.site import Site
from oit.terms import Language
from oit.vocabulary import vocabulary_of


def handles_of(site: Site, divisions: Sequence[str]) -> tuple[str, ...]:
    """Their people or teams on the forge; the coordinator for a division that has none."""
    coordinator = site.policy.coordinator if site.policy else None
    known = {one.id: one.forge for one in site.divisions}
    handles = [known.get(one) or coordinator for one in divisions]
    return tuple(dict.fromkeys(filter(None, handles)))


def addressed(site: Site, divisions: Sequence[str]) -> str:
    """The opening of a letter, as `เรียน ฝ่ายการคลัง (@office/finance)`."""
    vocabulary = vocabulary_of(site)
    names = ", ".join(inert(one_line(vocabulary.division(one, Language.TH))) for one in divisions)
    handles = " ".join(handles_of(site, divisions))
    return f"เรียน {names} ({handles})" if handles else f"เรียน {names}"
