"""What is remembered from one harvest to the next: the only place that says when sites were read.

`state.json` is of the last harvest that came to its end. `progress.jsonl` has a line for each site
that a harvest has read since, so that one which was killed goes on where it was.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from oit.contract.base import Sha256
from oit.web_response import Version


class _StateModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KeptIndex(_StateModel):
    """The last index of a site that could be read, and by what its server knows it again."""

    sha256: Sha256
    read_on: date
    etag: str = ""
    last_modified: str = ""

    @property
    def version(self) -> Version:
        """What the next request asks by."""
        return Version(etag=self.etag, last_modified=self.last_modified)


class HarvestState(_StateModel):
    """`state.json`."""

    version: Literal[1] = 1
    harvested_on: date | None = None
    sites: dict[str, KeptIndex] = {}
    """By the address of the site."""


class _Progress(_StateModel):
    """A line of `progress.jsonl`."""

    site: str
    kept: KeptIndex


def kept_index(sha256: str, version: Version, read_on: date) -> KeptIndex:
    """An index that has just been read."""
    return KeptIndex(
        sha256=sha256,
        read_on=read_on,
        etag=version.etag,
        last_modified=version.last_modified,
    )


def progress_line(site: str, kept: KeptIndex) -> str:
    """What is noted as soon as a site has been read."""
    return f"{_Progress(site=site, kept=kept).model_dump_json()}\n"


def read_progress(text: str) -> dict[str, KeptIndex]:
    """What a harvest noted before it was killed, by site; a line that was cut off is left out."""
    found = {}
    for line in text.splitlines():
        try:
            progress = _Progress.model_validate_json(line)
        except ValidationError:
            continue
        found[progress.site] = progress.kept
    return found


def next_state(
    sites: Iterable[str], known: Mapping[str, KeptIndex], harvested_on: date
) -> HarvestState:
    """The state after a harvest of these sites; what is known of others is forgotten."""
    kept = {site: known[site] for site in sorted(sites) if site in known}
    return HarvestState(harvested_on=harvested_on, sites=kept)
