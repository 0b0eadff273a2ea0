"""Input, output and messages together, as files that a reviewer reads.

`OIT_GOLDEN=write python3 scripts/test.py tests/golden` writes them anew.
"""

import json
import os
from pathlib import Path

import pytest

from helpers.auditors import verified
from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import with_form
from helpers.index_days import two_days
from helpers.support import as_of, copy_site, judged, published, replace
from helpers.typical_damages import TYPICAL
from oit.assessment.gate import Gate, judge
from oit.audit.diff.compare import compare as compare_indexes
from oit.audit.diff.report import comparison_json, comparison_report
from oit.audit.verify.report import diagnostic_of
from oit.catalog import Language
from oit.outputs.api.files import SCHEMAS, schema_of
from oit.outputs.director_report.letter import letter_text
from oit.outputs.director_report.reminder import reminder_letter
from oit.reporting.director_report import director_report
from oit.wording.gate_text import gate_report
from oit.wording.render.markdown import report_markdown
from oit.wording.render.text import block, report_text
from oit.wording.vocabulary import vocabulary_of

GOLDEN = Path(__file__).parent
FAULTS = (
    *("stale", "date-buddhist", "kind-unknown", "part-absent", "missing", "link-unsafe"),
    *("file-unlisted", "owner-unknown", "section-empty"),
)
"""A bad Monday: several faults of every kind at once."""


def compare(name: str, actual: bytes) -> None:
    """The bytes are those of a golden file."""
    path = GOLDEN / name
    if os.environ.get("OIT_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(actual)
    assert actual.decode("utf-8") == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", list(Language))
def test_what_people_read_when_much_is_wrong(language: Language, tmp_path: Path) -> None:
    """Every fault in one run, in reading order, with place, expected, found and remedy."""
    site = copy_site("current", tmp_path)
    for rule in FAULTS:
        BROKEN[rule](site)
    assessment = judged(site)
    text = gate_report(assessment, judge(assessment, Gate.ENFORCE), language)
    compare(f"messages.{language}.txt", f"{text}\n".encode())


def test_who_is_held_up_by_whom(tmp_path: Path) -> None:
    """A division that is in time reads who is not."""
    site = copy_site("current", tmp_path)
    BROKEN["never-confirmed"](site)
    assessment = judged(site)
    text = gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    compare("held-up.th.txt", f"{text}\n".encode())


def test_what_a_division_is_told_to_do(tmp_path: Path) -> None:
    """A reminder with something late and something coming, as it is pasted into a message."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    assessment = judged(site, as_of("2025-04-28"))
    policy = assessment.site.policy
    assert policy is not None
    told = director_report(assessment.rounds[0], assessment.site.divisions, 60)
    letter = reminder_letter(told, "finance", policy, vocabulary_of(assessment.site))
    compare("reminder.th.txt", f"{letter_text(letter)}\n".encode())


@pytest.mark.parametrize("format_", ["line", "email"])
@pytest.mark.parametrize("command", [("remind", "--within", "60"), ("report",)])
def test_what_is_pasted_into_a_chat_or_an_e_mail(
    command: tuple[str, ...], format_: str, tmp_path: Path
) -> None:
    """To a division with something late and something coming, and to the director."""
    site = with_form(copy_site("current", tmp_path))
    BROKEN["missing"](site)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    done = run("oit", *command, "--format", format_, cwd=site, OIT_AS_OF="2025-04-28")
    assert done.returncode == 0, done.stderr
    compare(f"{command[0]}-{format_}.th.txt", done.stdout.encode())


@pytest.mark.parametrize("language", list(Language))
def test_what_an_auditor_reads_of_typical_damages(language: Language, tmp_path: Path) -> None:
    """Each message alone says what is wrong: where, what stands there, and what should."""
    site = copy_site("current", tmp_path)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    assessment = judged(site, as_of("2025-04-30"))
    blocks = [
        block(diagnostic_of(told), language)
        for path, change in TYPICAL.values()
        for told in verified(assessment, {path: change})
    ]
    compare(f"verify.{language}.txt", "\n\n".join([*blocks, ""]).encode())


MACHINES_READ = (
    *("index.json", "index.csv", "evidence.csv", "itap-2568.csv", "checklist.json"),
    *("catalog.jsonld", "datapackage.json", "gdcatalog.json"),
)


@pytest.mark.parametrize("name", MACHINES_READ)
def test_what_machines_read_of_a_site_in_order(name: str, tmp_path: Path) -> None:
    """The documents of the tiny site `current`, to the byte."""
    outputs = published(copy_site("current", tmp_path))
    compare(f"current/{name}", outputs.files[f"api/v1/{name}"])


def test_every_machine_draws_the_same_picture_for_shared_links(tmp_path: Path) -> None:
    """Of the tiny site `current`, to the byte: no font of the machine has a part in it."""
    drawn = published(copy_site("current", tmp_path)).files["assets/social.png"]
    if os.environ.get("OIT_GOLDEN") == "write":
        (GOLDEN / "social.png").write_bytes(drawn)
    assert drawn == (GOLDEN / "social.png").read_bytes()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_published_schemas_of_version_1(name: str) -> None:
    """They only gain optional fields and trailing columns."""
    schema = json.dumps(schema_of(name, SCHEMAS[name]), ensure_ascii=False, indent=2)
    compare(f"schema/{name}.schema.json", f"{schema}\n".encode())


def test_what_changed_between_two_days(tmp_path: Path) -> None:
    """As people read it in a terminal, as Markdown for a message, as JSON for programs."""
    found = compare_indexes(*two_days(tmp_path))
    report = comparison_report(found)
    compare("diff.th.txt", f"{report_text(report, Language.TH)}\n".encode())
    compare("diff.en.md", f"{report_markdown(report, Language.EN)}\n".encode())
    compare("diff.json", f"{comparison_json(found)}\n".encode())
