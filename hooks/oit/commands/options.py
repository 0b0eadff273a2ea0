"""Options and arguments that several commands have, and the types of those that are paths."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from oit.catalog import beside
from oit.records import RECORDS
from oit.web_response import RequestLimits

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

FILE = click.Path(dir_okay=False, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def format_option(*formats: str, help: str) -> Decorator:  # noqa: A002 -- click's name
    """`--format`, as the parameter `format_`; the first of the formats is the default."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], help=help
    )


def within_option(default: int | None, help: str) -> Decorator:  # noqa: A002 -- click's name
    """`--within`: a number of days."""
    return click.option("--within", type=click.IntRange(min=0), default=default, help=help)


def site_folder() -> Path:
    """The nearest folder upwards that holds a site; the current one where there is none."""
    here = Path.cwd()
    found = site_of(here) or here
    return Path() if found == here else found


def site_of(here: Path) -> Path | None:
    """The nearest folder from an absolute path upwards that holds a site; `None` without one."""
    return next(
        (
            folder
            for folder in (here, *here.parents)
            if (folder / "mkdocs.yml").is_file() and (folder / RECORDS).is_dir()
        ),
        None,
    )


root_option: Decorator = click.option(
    "--root",
    type=EXISTING_FOLDER,
    default=site_folder,
    help=beside("options.root"),
)
seconds_option: Decorator = click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=RequestLimits().seconds,
    show_default=True,
    help=beside("options.seconds"),
)
only_division_option: Decorator = click.option("--division", help=beside("options.only-division"))
item_argument: Decorator = click.argument("item", required=False)
period_option: Decorator = click.option("--period", help=beside("options.period"))
for_option: Decorator = click.option("--for", "requirement", help=beside("options.requirement"))
