"""The site that a command reads, and what has to be readable in it for the command to go on."""

from pathlib import Path

from oit.catalog import both
from oit.entry.refusals import could_not_run
from oit.findings import Kind
from oit.model.office import SitePolicy
from oit.records.load import load_site
from oit.records.site import Site
from oit.system.cache import open_cache
from oit.system.evidence_cache import EvidenceInspector
from oit.system.witness import WitnessReader

_SETTINGS = "mkdocs.yml"
"""What is wrong in it is a finding; the policy that then remains is no more than a part."""


def cached_site(root: Path) -> Site:
    """The site in a folder, with its history where a round asks for that.

    Evidence files and past versions are read only where the cache does not know them.
    """
    witnessed = WitnessReader.remembering(root)
    with EvidenceInspector.remembering(open_cache()) as inspect:
        return witnessed(load_site(root, inspect=inspect))


def require_policy(site: Site) -> SitePolicy:
    """The settings in `mkdocs.yml`; ends with status 2 where they are unreadable."""
    unread = any(finding.file == _SETTINGS for finding in site.findings)
    if site.policy is None or unread:
        could_not_run(both("oit.unread-policy", file=_SETTINGS))
    return site.policy


def require_readable(site: Site, *names: str) -> None:
    """End with status 2 where a policy file of one of the names could not be read.

    What is written by what was read of it would lose the rest.
    """
    unread = [
        finding.file
        for finding in site.findings
        if finding.kind is Kind.POLICY and finding.file.endswith(names)
    ]
    if unread:
        could_not_run(both("oit.unread-file", file=unread[0]))
