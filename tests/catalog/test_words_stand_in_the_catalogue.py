"""Every word that people read stands in the catalogue, in both languages, and is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.literals import is_wording, literals, modules_with_words
from helpers.support import ROOT
from oit.catalog import Language, ids, variables
from oit.catalog.fluent import attributes

CATALOG = ROOT / "hooks/oit/catalog"
AREAS = sorted(path.stem for path in (CATALOG / "th").glob("*.ftl"))
COMPOSED = (
    *("rules.", "periods.", "terms.", "files.", "parts.", "fields.", "settings."),
    *("commands.", "help.", "oit.heading-", "arrival.repaired-", "upgrade.migration-"),
    *("verify.", "verification.level-", "links.", "diff.kind-", "diff.remark-", "diff.fact-"),
    *(
        "contact.way-",
        "gate.ending-",
        "gate.failing",
        "gate.listed",
        "gate.notices",
        "diagnostics.column-",
    ),
    *("going-live.step-", "going-live.progress-", "receipts.", "values.cell-", "values.of-"),
    *("truth.published", "truth.confirmed", "deadlines.all", "deadlines.others"),
    *("diff.change", "due.duty", "due.level", "causes.unchecked-"),
    # By statuses and tones.
    *("states.count-", "states.tag-", "states.tone-"),
    # Of the form: words of its program, kinds of evidence and of what files hide.
    *("cms.", "form.kind-", "form.label-", "form.hides-"),
    *("figures.kind-", "figures.rows-", "ita.who-", "ita.said-", "ita.lowest-"),
    *("division.visitors-", "inbox.state-"),
    *("ita.male", "ita.female", "ita.unspecified", "ita.total"),
    # Of files that arrive: clues, questions, objections, and steps by rule.
    *("intake.clue-", "intake.asks-", "intake.objection-", "intake.steps-", "intake.matter-"),
    # Of the desk: by the kind of an entry, its fields, what is asked, why a request is refused.
    *("desk.kind-", "desk.field-", "desk.help-", "desk.yes-", "desk.no-", "desk.state-"),
    "desk.refused-",
    # Of the panel of the search, by the attributes in which its program finds them.
    "search.panel-",
    # Of the page of an item: headings by their place, the items around it.
    *("item.heading-", "item.previous-item", "item.next-item"),
    # By values of data: what can be done with a file, units of GD Catalog, columns of a table.
    *("pages.readability-", "catalogs.gd-"),
    *("pages.archive-", "open-tables.", "tables.machine-"),
    # Of the overview of a harvest: its columns, groups, marks and notes.
    *("harvest.column-", "harvest.group-", "harvest.mark-", "harvest.how-"),
)
"""Ids that are put together while the program runs begin with one of these."""
CALLS = frozenset({"say", "both", "beside", "both_words", "has"})


def test_no_word_stands_in_the_code() -> None:
    """No Thai letter and no mark of an English line in a literal of the engine or its scripts."""
    assert modules_with_words("hooks", "scripts") == set()


@pytest.mark.parametrize(
    "line",
    ["x = 'ไทย'", "x = f'{a} ไทย'", "x = b'\\xe0\\xb8\\x81'", "f(a='[EN] text')", "x = '\\u0e01'"],
)
def test_a_word_in_code_is_found_however_it_is_written(line: str, tmp_path: Path) -> None:
    """As text, within an f-string, as bytes, as an escape."""
    module = tmp_path / "module.py"
    module.write_text(f'"""เอกสาร."""\n{line}\n', "utf-8")
    assert any(map(is_wording, literals(module)))


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same_things(area: str) -> None:
    """Each message and each attribute is in both."""
    assert sorted(path.stem for path in (CATALOG / "en").glob("*.ftl")) == AREAS
    thai, english = (_names(area, language) for language in Language)
    assert thai == english


def _names(area: str, language: Language) -> dict[str, tuple[str, ...]]:
    """The attributes of each message of an area."""
    return {name: attributes(area, name, language) for name in ids(area, language)}


def test_every_call_names_a_message_with_its_values() -> None:
    """A literal id is in the catalogue, and each placeholder of it is filled."""
    for path, call, message_id in _literal_calls():
        filled = {word.arg for word in call.keywords}
        for language in Language:
            needed = variables(message_id, language)
            assert None in filled or needed <= filled, f"{path}:{call.lineno} {message_id}"


def test_no_message_is_left_over() -> None:
    """Each is named in the code or in a template, or belongs to an area whose ids are composed."""
    named = "".join(_sources())
    for area in AREAS:
        for message in ids(area, Language.TH):
            whole = f"{area}.{message}"
            is_composed = whole.startswith(COMPOSED)
            assert is_composed or re.search(rf"{re.escape(whole)}(?![\w-])", named), whole


def _sources() -> Iterator[str]:
    for pattern in ("*.py", "*.html", "*.js"):
        for path in (ROOT / "hooks").rglob(pattern):
            yield path.read_text("utf-8")


def _literal_calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Calls that ask the catalogue for a message by a literal id."""
    for path in (ROOT / "hooks").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield path, node, first.value
