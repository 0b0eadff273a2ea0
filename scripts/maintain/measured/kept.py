"""What was measured, kept in a folder: a later run adds to it, and all is drawn from it alone."""

import json
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from os import cpu_count
from pathlib import Path
from typing import Any

from maintain.measured.limits import limits_of, table_of_limits
from maintain.measured.plot import as_picture
from maintain.measured.report import Report
from maintain.measured.table import as_table
from setup.environment import ROOT, variables

_DOCUMENT, _PAGE, _PLOT = "bench.json", "README.md", "bench.svg"
_TEXT = """# How fast it is, and how it grows

Written by `python3 scripts/bench.py`, which also writes it again; CONTRIBUTING.md says how.
Medians of whole processes, each in turn with what it is compared to.

{machine}

## What must hold

As people wait; beside it, of a process, as the machine computes.

{limits}
## Growth

![Seconds by records]({plot})

```text
{table}```
"""


class OtherRunError(Exception):
    """What is kept there was measured on another machine, or of another engine."""


def machine() -> dict[str, str]:
    """On what is measured, and what: figures are comparable where all of this is the same."""
    tree = subprocess.run(
        ["git", "rev-parse", "HEAD:hooks"],
        cwd=ROOT,
        env=variables(),
        capture_output=True,
        text=True,
    )
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": str(cpu_count()),
        "Python": platform.python_version(),
        **{name: version(name) for name in ("mkdocs", "mkdocs-material")},
        "engine (Git's tree)": tree.stdout.strip()[:12],
    }


def kept_machine(folder: Path) -> dict[str, str]:
    """On what was measured what stands in a folder; empty where nothing does."""
    if not (folder / _DOCUMENT).is_file():
        return {}
    known: dict[str, str] = json.loads((folder / _DOCUMENT).read_text("utf-8"))["machine"]
    return known


def read_kept(folder: Path, here: Mapping[str, str]) -> dict[str, Report]:
    """What stands in a folder, by records; nothing where none does.

    Raises `OtherRunError` where it was measured elsewhere than `here`.
    """
    if not (folder / _DOCUMENT).is_file():
        return {}
    document = json.loads((folder / _DOCUMENT).read_text("utf-8"))
    if document["machine"] != here:
        raise OtherRunError(f"{folder / _DOCUMENT}: {document['machine']}, here {dict(here)}")
    sizes: dict[str, Report] = document["sizes"]
    return sizes


def with_part(report: Mapping[str, Report], records: int, part: Report) -> dict[str, Report]:
    """The report with a part of a size, in the place of what the same cases gave before."""
    size = dict(report.get(str(records), {}))
    for name, values in part.items():
        size[name] = {**size.get(name, {}), **_rounded(values)}
    return dict(sorted({**report, str(records): size}.items(), key=_size))


def write_kept(folder: Path, report: Mapping[str, Report], here: Mapping[str, str]) -> None:
    """The document, a page with tables, and the plot."""
    folder.mkdir(parents=True, exist_ok=True)
    limits = [*limits_of(report)]
    judged = [{**asdict(limit), "holds": limit.holds} for limit in limits]
    document = {"machine": here, "limits": judged, "sizes": report}
    page = _TEXT.format(
        machine="\n".join(f"- {name}: {value}" for name, value in here.items()),
        limits=table_of_limits(limits),
        plot=_PLOT,
        table=as_table(report),
    )
    texts = {
        _DOCUMENT: json.dumps(document, ensure_ascii=False, indent=1) + "\n",
        _PAGE: page,
        _PLOT: as_picture(report),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def _size(entry: tuple[str, Report]) -> int:
    return int(entry[0])


def _rounded(value: Any) -> Any:
    """Numbers to four places: more is noise."""
    if isinstance(value, Mapping):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value
