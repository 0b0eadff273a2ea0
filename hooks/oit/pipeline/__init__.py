"""One run of the gate: read the site, assess it, judge it, word the verdict. Read this first.

    records + evidence -> assessment -> gate -> wording

`oit check` and every build go through here. The commands and `mkdocs_plugin` stand above; each
room that is called here stands below and knows nothing of it.
"""

from oit.pipeline.proposed import check_request, check_staged, check_staged_whole
from oit.pipeline.run import (
    GateResult,
    check_before_preview,
    check_before_publishing,
    check_site,
    verdict_on_built_site,
)

__all__ = [
    "GateResult",
    "check_before_preview",
    "check_before_publishing",
    "check_request",
    "check_site",
    "check_staged",
    "check_staged_whole",
    "verdict_on_built_site",
]
