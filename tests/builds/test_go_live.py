"""`oit go-live`: what is to be done before a site goes live, judged as far as a machine can."""

import json
from pathlib import Path

import pytest
import yaml

from helpers.broken import BROKEN
from helpers.commands import Finished, run
from helpers.edits import DIVISIONS, MANDATE, ROUND
from helpers.real_office import make_ready, make_real
from helpers.support import Edit, as_of, copy_site, judged, replace
from oit.assessment.gate import Gate, judge
from oit.assessment.readiness import REQUIRED
from oit.catalog import Language, ids, say
from oit.commands.cli import COMMANDS
from oit.findings import Kind
from oit.reporting.go_live import NOT_JUDGED

DAY = {"OIT_AS_OF": "2025-04-30"}
NOTE = "policy:\n- {field: items, note_th: ต้องตรวจ, note_en: To be checked.}\n"


def prepare(site: Path) -> None:
    """All that the machine can judge, but the mode and the samples."""
    make_ready(site)
    assert run("oit", "codeowners", cwd=site, **DAY).returncode == 0


def listed(site: Path, *arguments: str) -> tuple[Finished, dict[str, str]]:
    """How far each step is."""
    done = run("oit", "go-live", "--format", "json", *arguments, cwd=site, **DAY)
    steps = json.loads(done.stdout)["steps"]
    return done, {step["step"]: step["progress"] for step in steps}


def test_a_demonstration_is_told_what_is_to_do_and_passes(tmp_path: Path) -> None:
    """It claims nothing; `--strict` makes a status of it."""
    site = copy_site("current", tmp_path)
    done, steps = listed(site)
    assert done.returncode == 0
    assert steps["contact"] == steps["licence"] == steps["samples"] == "to-do"
    assert steps["names"] == "to-do"  # its main website is an example
    assert steps["data"] == steps["round"] == "done"
    unknown = {name for name, progress in steps.items() if progress == "unknown"}
    assert unknown == {*NOT_JUDGED, "approvers"}  # no forge is named
    assert listed(site, "--strict")[0].returncode == 1


def test_what_is_done_is_called_done(tmp_path: Path) -> None:
    """Every step that the machine judges, once all is there."""
    site = copy_site("current", tmp_path)
    prepare(site)
    steps = listed(site)[1]
    to_do = {name for name, progress in steps.items() if progress == "to-do"}
    assert to_do == {"samples", "mode"}


@pytest.mark.parametrize(
    ("edit", "steps"),
    [
        (replace("mkdocs.yml", "site_url: https://oit.bangkok.go.th/\n", ""), "addresses"),
        (replace("mkdocs.yml", "      email: oit@bangkok.go.th\n", ""), "contact"),
        (replace("mkdocs.yml", "oit@bangkok.go.th", "a@example.com"), "names"),
        (replace("mkdocs.yml", "@district/", "@district-sample/"), "approvers codeowners"),
        (replace("mkdocs.yml", "https://oit.bangkok", "https://oit.example"), "names"),
        (replace("mkdocs.yml", "site_name: สำนักงานเขตทดสอบ", "site_name: สำนักงานเขตอื่น"), "names"),
        (
            replace(MANDATE, "source_en: A test", "source_en: Of the Far Off District Office"),
            "names",
        ),
        (replace(DIVISIONS, "ฝ่ายโยธา", "ฝ่ายโยธาและผังเมือง"), ""),
        (
            replace(DIVISIONS, "- id: finance", '  forge: "@real/w"\n- id: finance'),
            "codeowners",
        ),
        (BROKEN["missing"], "data"),
        (replace(ROUND, "policy:\n", NOTE), "notes"),
    ],
)
def test_each_lack_is_found_under_its_step(edit: Edit, steps: str, tmp_path: Path) -> None:
    """And no other step becomes undone by it, save what follows from the mode."""
    site = copy_site("current", tmp_path)
    prepare(site)
    before = listed(site)[1]
    edit(site)
    after = listed(site)[1]
    changed = {name for name in after if after[name] != before[name]} - {"mode"}
    assert changed == set(steps.split())


def test_production_refuses_what_the_machine_can_judge(tmp_path: Path) -> None:
    """With each setting that is missing by its name and what to write; by every gate."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    assessment = judged(site)
    absent = {
        finding.field: finding.params["example"]
        for finding in assessment.findings
        if finding.rule == "setting-absent"
    }
    assert set(absent) == set(REQUIRED) - {
        ("extra", "oit", "official_home"),
        ("extra", "oit", "coordinator"),
    }
    assert absent["site_url",].startswith("site_url: https://")
    assert judge(assessment, Gate.REPORT).refused


def test_a_ready_site_has_no_finding_of_readiness_in_production(tmp_path: Path) -> None:
    """Nothing but the samples and the closed round of this test's site is left."""
    site = copy_site("current", tmp_path)
    prepare(site)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    rules = {finding.rule for finding in judged(site).findings}
    assert rules == {"sample-in-production", "round-closed"}
    assert listed(site)[0].returncode == 1


def test_the_list_is_in_thai_with_the_value_to_write(tmp_path: Path) -> None:
    """One line for each thing that is lacking, and how many steps there are of each state."""
    done = run("oit", "go-live", cwd=copy_site("current", tmp_path), **DAY)
    assert "[ยังไม่เสร็จ] ช่องทางติดต่อสำนักงาน" in done.stdout
    assert "telephone: 02 000 0000" in done.stdout
    assert "[ตรวจจากที่นี่ไม่ได้] การสำรองข้อมูล" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("เสร็จแล้ว 3 เรื่อง")


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_list_asks_for_the_way_of_merging_on_gitlab(language: str, tmp_path: Path) -> None:
    """By fast-forward, the days of recording would be those that a request's author typed."""
    done = run("oit", "go-live", cwd=copy_site("current", tmp_path), **DAY, OIT_LANG=language)
    assert "Merge commit with semi-linear history" in done.stdout


def test_commands_that_the_list_names_exist() -> None:
    """Nobody is sent to a command that is not there."""
    steps = [name for name in ids("going-live") if name.startswith("step-")]
    words = " ".join(
        say(f"going-live.{step}.remedy", language) for step in steps for language in Language
    )
    named = {word for word in COMMANDS if f"oit {word}" in words}
    assert {"check", "codeowners", "links", "new-round", "verify"} <= named


def test_the_engine_s_own_examples_are_nobody_s(tmp_path: Path) -> None:
    """A new office's settings with every mark removed, and the values that messages show."""
    site = copy_site("current", tmp_path)
    values = yaml.safe_load((site / "mkdocs.yml").read_text("utf-8"))
    for path, example in REQUIRED.items():
        group = values
        for name in path[:-1]:
            group = group.setdefault(name, {})
        group[path[-1]] = yaml.safe_load(example) if example[0] in '{"' else example
    values["extra"]["oit"]["repository"] = {"url": "https://git.bangkok.go.th/office"}
    (site / "mkdocs.yml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    steps = listed(site)[1]
    assert [
        name for name in ("addresses", "contact", "licence", "approvers") if steps[name] == "done"
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "ประกาศของสำนักงานเขตในสังกัดกรุงเทพมหานคร",
        "สำนักงานเขตทั้ง 50 เขต",
        "every Bangkok District Office",
        "District Offices of Bangkok",
        "OIT Test District Office",
    ],
)
def test_offices_in_general_are_no_other_office(text: str, tmp_path: Path) -> None:
    """Words of the city's own notices."""
    site = copy_site("current", tmp_path)
    prepare(site)
    replace(MANDATE, "source_en: A test", f"source_en: {text}")(site)
    assert listed(site)[1]["names"] == "done"


@pytest.mark.parametrize("address", ["https://[office.go.th]/", "oit.bangkok.go.th"])
def test_an_address_that_is_none_is_told_without_a_traceback(address: str, tmp_path: Path) -> None:
    """By the gate, before MkDocs would end the build in English."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "docs_dir:", f'site_url: "{address}"\ndocs_dir:')(site)
    done = run("oit", "check", cwd=site, **DAY)
    assert "url-malformed" in done.stdout
    assert done.returncode == 1


def test_one_wrong_setting_hides_no_cause_behind_others(tmp_path: Path) -> None:
    """It is told alone; what else is lacking comes once it is right."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "      id: test", "      id: test\n      telephone: [023770000]")(site)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    rules = {finding.rule for finding in judged(site).findings if finding.file == "mkdocs.yml"}
    assert not rules & {"setting-absent", "name-foreign"}


def test_notes_of_a_round_to_come_are_told_before_it_opens(tmp_path: Path) -> None:
    """As a notice, so that the first day of the round is not the first word of it."""
    site = copy_site("current", tmp_path)
    assert run("oit", "new-round", "2569", cwd=site, OIT_AS_OF="2025-04-30").returncode == 0
    make_real(site)
    text = (site / "oit_items/2569/round.yml").read_text("utf-8")
    note = "policy:\n- {field: items, note_th: ต้องตรวจ, note_en: To be checked.}\n"
    (site / "oit_items/2569/round.yml").write_text(text.replace("policy:\n", note), "utf-8")
    kinds = {
        day: {
            finding.kind
            for finding in judged(site, as_of(day)).findings
            if finding.rule == "note-unchecked"
        }
        for day in ("2025-09-30", "2025-10-01")
    }
    assert kinds == {"2025-09-30": {Kind.NOTICE}, "2025-10-01": {Kind.POLICY}}
