"""The issue of a published site that is not the one that was deployed."""

from collections.abc import Sequence

from oit.catalog import Language, both, say
from oit.escaping import for_forge, one_line
from oit.forge.issues import Issue, IssueAction, WantedIssue, issue_actions
from oit.records.site import Site

KEY = "live"
"""Its subject: the daily look at deadlines leaves this issue alone."""


def live_actions(
    site: Site, address: str, found: Sequence[str], issues: Sequence[Issue]
) -> list[IssueAction]:
    """Open or update the issue where something was found, close it where nothing was.

    `issues` are those that the same program has opened; only this one is touched.
    """
    own = [issue for issue in issues if issue.key == KEY]
    return issue_actions([_wanted(site, address, found)] if found else [], own)


def _wanted(site: Site, address: str, found: Sequence[str]) -> WantedIssue:
    listed = "\n".join(f"- {for_forge(one_line(line))}" for line in found)
    shown = for_forge(one_line(address))
    coordinator = site.policy.coordinator if site.policy else None
    blocks = (
        say("issues.live-found", Language.TH, address=shown),
        listed,
        both("issues.live-ending"),
    )
    return WantedIssue(
        key=KEY,
        title=say("issues.live-title", Language.TH),
        text="\n\n".join(blocks),
        handles=(coordinator,) if coordinator else (),
        labels=("oit-live",),
    )
