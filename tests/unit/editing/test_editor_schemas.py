"""What an editor knows of our files is what the gate knows of them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter

from helpers.commands import run
from helpers.support import ROOT, SAMPLE, copy_site
from helpers.yaml_12 import read_yaml
from oit.editing.editor_schemas import FOLDER, editor_schemas
from oit.model.record import Evidence, Review

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
SNIPPETS = json.loads((ROOT / ".vscode/oit.code-snippets").read_text("utf-8"))


def files_of(schema: str) -> list[Path]:
    """The files of the sample that the settings give to a schema."""
    globs = SETTINGS[schema]
    globs = [globs] if isinstance(globs, str) else globs
    left_out = {path for one in globs if one[0] == "!" for path in SAMPLE.glob(one[1:])}
    return [
        path for one in globs if one[0] != "!" for path in SAMPLE.glob(one) if path not in left_out
    ]


def values_of(path: Path) -> Any:
    """Front matter of a record, or a whole document."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    return read_yaml(text)


def test_the_schemas_are_those_of_the_models() -> None:
    """`oit schemas` writes them anew."""
    kept = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / FOLDER).glob("*.json")
    }
    assert kept == editor_schemas()


def test_every_schema_is_given_to_files() -> None:
    """And the settings name no other."""
    assert set(SETTINGS) == set(editor_schemas())


@pytest.mark.parametrize("name", SETTINGS)
def test_an_editor_finds_no_fault_in_what_is_right(name: str) -> None:
    """A schema that underlines what is right would be switched off."""
    validator = Draft202012Validator(json.loads((ROOT / name).read_text("utf-8")))
    files = files_of(name)
    assert files or Path(name).stem.split(".")[0] in ("waivers", "withdrawn")
    for path in files:
        assert [error.message for error in validator.iter_errors(values_of(path))] == [], path


def test_an_editor_underlines_a_slip_and_offers_what_may_be_written() -> None:
    """A field that is none, and the kinds of evidence with their Thai names."""
    schema = json.loads(editor_schemas()[f"{FOLDER}/record.schema.json"])
    [sample] = SAMPLE.glob("oit_items/2568/O15/record.md")
    wrong = {**values_of(sample), "updatd": "2025-04-18"}
    assert list(Draft202012Validator(schema).iter_errors(wrong))
    assert schema["properties"]["updated"]["title"] == "ปรับปรุงล่าสุด"
    assert schema["$defs"]["FileEvidence"]["properties"]["file"]["title"] == "ชื่อไฟล์"


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_writes_an_entry_that_the_model_accepts(name: str) -> None:
    """With the examples it offers."""
    body = "\n".join(SNIPPETS[name]["body"])
    [entry] = read_yaml(re.sub(r"\$\{\d:([^}]*)\}", r"\1", body))
    model: TypeAdapter[BaseModel] = TypeAdapter(Review if name == "การยืนยัน" else Evidence)
    assert model.validate_python(entry)


def test_the_command_looks_or_writes(tmp_path: Path) -> None:
    """Status 1 where they are out of step; written, they are in step."""
    site = copy_site("current", tmp_path)
    assert run("oit", "schemas", "--check", cwd=site).returncode == 1
    assert not (site / FOLDER).exists()
    assert run("oit", "schemas", cwd=site).returncode == 0
    assert run("oit", "schemas", "--check", cwd=site).returncode == 0
