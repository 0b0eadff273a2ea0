"""`oit diff`: what changed between two published indexes, of any two days."""

from pathlib import Path

import click

from oit.index_diff.compare import compare
from oit.index_diff.report import comparison_json, comparison_markdown, comparison_text
from oit.outputs.contract import Index
from oit.verification.addresses import INDEX_PATH, rooted
from oit.verification.documents import read_index
from oit.verification.values import Answer
from oit.verification.wording import words_of
from oit_app.environment import read_environment
from oit_app.fetching import Bounds, Fetcher
from oit_app.options import could_not_run, explained
from oit_app.sources import is_web

_LAYOUTS = {"text": comparison_text, "markdown": comparison_markdown}


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_LAYOUTS, "json"]),
    default="text",
    help="รูปแบบของผลการเทียบ (how the result is written).",
)
@explained
def diff(before: str, after: str, form: str) -> None:
    """เทียบดัชนี index.json สองฉบับ จากไฟล์ โฟลเดอร์ หรือเว็บไซต์ (what changed from A to B)."""
    language = read_environment().language
    found = compare(_index_at(before), _index_at(after))
    layout = _LAYOUTS.get(form)
    click.echo(layout(found, language) if layout else comparison_json(found))


def _index_at(location: str) -> Index:
    """The index in a file, in a folder of a site, or at an address."""
    language = read_environment().language
    index, wrong = read_index(_fetched(location) if is_web(location) else _read(location))
    if index is None:
        reasons = "\n".join(f"  {words_of(one, language).what}" for one in wrong)
        could_not_run(
            f"อ่าน “{location}” เป็นดัชนี index.json รุ่นที่ 1 ไม่ได้\n{reasons}\n"
            f"[EN] {location} cannot be read as an index.json of version 1."
        )
    return index


def _fetched(location: str) -> Answer:
    address = location if location.endswith(".json") else f"{rooted(location)}{INDEX_PATH}"
    return Fetcher(Bounds(), "compares disclosure indexes", 1).get(address, is_web).answer


def _read(location: str) -> Answer:
    path = Path(location)
    try:
        return Answer(status=200, data=(path / INDEX_PATH if path.is_dir() else path).read_bytes())
    except OSError:
        return Answer(status=404)
