"""Whole builds of tiny real sites, as people and CI start them."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from lxml import html

from helpers.broken import BROKEN
from helpers.builds import build
from helpers.commands import run, run_process
from helpers.edits import O1
from helpers.support import copy_sample, copy_site, replace, set_back_o15, tree, write
from oit.outputs.api.files import SCHEMAS

O15 = "oit_items/2568/O15/record.md"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built."""
    site = copy_sample(tmp_path_factory.mktemp("sample"))
    build(site)
    return site


def documents(site: Path) -> dict[str, list[Any]]:
    """The published documents by the schema that governs each."""
    api = site / "site/api/v1"
    names = {"item.json": "2568/o*.json", "itap.csv": "itap-2568.csv"}
    names |= {name: f"2568/{name}" for name in ("policy.json", "events.json", "events.csv")}
    return {
        name: [
            document
            for path in sorted(api.glob(names.get(name, name)))
            for document in _documents_in(path)
        ]
        for name in SCHEMAS
    }


def _documents_in(path: Path) -> list[Any]:
    """The document of a file; of a table, its rows."""
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return [json.loads(text)]


def test_the_sample_site_publishes_every_page_and_document(sample: Path) -> None:
    """22 items, 11 owners, home, round, grid, the page for machines, and the index."""
    site = sample / "site"
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    items = {f"2568/o{number}" for number in range(1, 23)}
    assert items | {".", "2568", "divisions", "data", "about"} <= pages
    assert len([page for page in pages if page.startswith("divisions/")]) == 11
    assert len(documents(sample)["item.json"]) == 22
    assert not (site / "sitemap.xml").exists()
    assert "noindex" in (site / "index.html").read_text("utf-8")


def test_the_sums_are_those_of_the_files(sample: Path) -> None:
    """`sha256sum -c api/v1/checksums.txt` at the site's root; pages and catalogues are listed."""
    site = sample / "site"
    lines = (site / "api/v1/checksums.txt").read_text("utf-8").splitlines()
    named = {line.split("  ", 1)[1] for line in lines}
    pages = {"index.html", "2568/o15/index.html"}
    assert pages | {"api/v1/catalog.jsonld", "api/v1/ckan.jsonl"} <= named
    for line in lines:
        digest, path = line.split("  ", 1)
        assert hashlib.sha256((site / path).read_bytes()).hexdigest() == digest


def test_no_attribute_of_a_page_begins_or_ends_with_a_blank(sample: Path) -> None:
    """A program that compares values, as simple ones do, misses `rel="alternate "`."""
    stray = {
        (page.relative_to(sample).as_posix(), element.tag, name)
        for page in (sample / "site").rglob("*.html")
        for element in html.document_fromstring(page.read_bytes()).iter()
        for name, value in element.items()
        if value != value.strip()
    }
    assert stray == set()


def test_every_page_leads_to_its_data_by_links_that_any_parser_finds(sample: Path) -> None:
    """Both languages, the item's own document, the index twice, the catalogue, the feed."""
    site = sample / "site"
    page = html.document_fromstring((site / "2568/o15/index.html").read_bytes())
    links = [dict(link.items()) for link in page.iter("link") if link.get("rel") == "alternate"]
    languages = [link["hreflang"] for link in links if "hreflang" in link]
    assert languages == ["th", "en", "x-default"]
    types = [link["type"] for link in links if "type" in link]
    assert types == [
        *("application/json", "application/json", "text/csv"),
        *("application/ld+json", "application/atom+xml"),
    ]
    files = [site / "2568/o15" / str(link["href"]) for link in links if "type" in link]
    assert all(file.is_file() for file in files)
    assert files[0].name == "o15.json"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_document_is_valid_against_its_published_schema(sample: Path, name: str) -> None:
    """By a validator that is not ours."""
    schema = json.loads((sample / f"site/api/v1/schema/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator: Validator = Draft202012Validator(schema)
    listed = documents(sample)[name]
    assert listed
    for document in listed:
        assert not list(validator.iter_errors(document))


def test_the_csv_opens_in_excel_and_has_the_contract_s_columns(sample: Path) -> None:
    """UTF-8 with BOM, CRLF, the columns in the contract's order, no formula."""
    data = (sample / "site/api/v1/index.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 23
    header = data.decode("utf-8-sig").splitlines()[0]
    assert header == (
        "office,scheme,fiscal_year,item,topic,title_th,title_en,indicator,owner,owner_th,owners,"
        "frequency,updated,reviewed,due_on,status,status_th,score,owed_count,filled_count,"
        "late_count,sample,url,mode,round_state,as_of,waived_until,current_since,identifier"
    )


def test_evidence_is_published_byte_for_byte_beside_its_item(sample: Path) -> None:
    """With the hash and size that the index states."""
    rows = [row for row in documents(sample)["evidence.csv"] if row["kind"] == "file"]
    assert rows
    for row in rows:
        data = (sample / "site" / str(row["url"])).read_bytes()
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        assert row["bytes"] == str(len(data))


def test_the_checklist_states_the_score_as_the_office_s_own(sample: Path) -> None:
    """97.38, ผ่านดี, with the last known IIT and EIT."""
    (checklist,) = documents(sample)["checklist.json"]
    assert checklist["passed"] is True
    score = checklist["rounds"][0]["score"]
    assert (score["total"], score["level"]["name"]["th"]) == ("97.38", "ผ่านดี")
    assert score["perception_fiscal_year"] == 2567
    assert "มิใช่ผลการประเมิน" in score["label"]["th"]


def test_a_stale_item_refuses_the_build_and_the_site_stays_to_the_byte(tmp_path: Path) -> None:
    """`mkdocs build` exits 1 and names item, place, deadline and days."""
    site = copy_sample(tmp_path)
    build(site)
    before = tree(site / "site")
    set_back_o15(site)
    done = run("mkdocs", "build", cwd=site)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    for words in ("O15", f"{O15}:5", "17 มีนาคม 2568", "44 วัน"):
        assert words in said
    assert "Traceback" not in said
    assert tree(site / "site") == before

    told = build(site, OIT_GATE="report")
    assert "O15" in told
    api = documents(site)
    assert api["checklist.json"][0]["rounds"][0]["score"]["oit"] == "95.45"
    assert [row["item"] for row in api["index.csv"] if row["status"] == "stale"] == ["O15"]
    for page in (
        "index.html",
        "2568/index.html",
        "2568/o15/index.html",
        "divisions/finance/index.html",
    ):
        root = html.parse(str(site / "site" / page)).getroot()
        assert root.xpath("//*[@data-oit='2568/O15' and @data-oit-status='stale']"), page
        late = [mark.text_content() for mark in root.find_class("late")]
        assert any("44 วัน" in words for words in late), page


@pytest.mark.parametrize("day", ["2025-04-20", "2030-01-01"])
def test_two_builds_of_one_state_are_byte_identical_whatever_the_hash_seed(
    day: str, tmp_path: Path
) -> None:
    """While the round is open, with its deadlines, and five years on."""
    site = copy_site("current", tmp_path)
    strict = ("mkdocs", "build", "--quiet", "--strict")
    made = []
    for seed in ("1", "2"):
        done = run_process(*strict, cwd=site, OIT_AS_OF=day, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(tree(site / "site"))
    assert made[0] == made[1]


def test_a_past_day_builds_with_nothing_wrong_for_being_later(tmp_path: Path) -> None:
    """The round as of 20 January: later evidence is set aside and shown as later."""
    site = copy_sample(tmp_path)
    build(site, OIT_AS_OF="2025-01-20")
    (checklist,) = documents(site)["checklist.json"]
    assert checklist["rounds"][0]["findings"] == []
    assert checklist["rounds"][0]["as_of"] == "2025-01-20"
    page = html.parse(str(site / "site/2568/o15/index.html")).getroot()
    assert "เผยแพร่หลังวันที่ 20 ม.ค. 2568" in page.text_content()


@pytest.mark.parametrize("broken", ["raw-html", "link-unsafe", "policy-absent"])
def test_nothing_unsafe_is_published_by_report_either(broken: str, tmp_path: Path) -> None:
    """And no traceback is shown."""
    site = copy_site("current", tmp_path)
    BROKEN[broken](site)
    done = run("mkdocs", "build", cwd=site, OIT_GATE="report")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert not (site / "site").exists()


def test_report_withholds_a_faulty_file_and_shows_the_fault(tmp_path: Path) -> None:
    """An invalid entry is neither linked nor copied."""
    site = copy_site("current", tmp_path)
    replace(O1, "published: 2025-04-10", "published: 2568-04-10")(site)
    build(site, OIT_GATE="report")
    assert not (site / "site/2568/o1/summary-2025-03.csv").exists()
    assert "date-buddhist" in (site / "site/2568/o1/index.html").read_text("utf-8")


def test_a_hand_written_page_is_never_replaced(tmp_path: Path) -> None:
    """A page in docs/ with a generated page's address is refused with a sentence."""
    site = copy_site("current", tmp_path)
    (site / "docs/2568").mkdir()
    (site / "docs/2568/index.md").write_text("# ก", "utf-8")
    done = run("mkdocs", "build", cwd=site)
    assert done.returncode == 1
    assert "2568/index.md" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_picture_of_the_office_s_own_is_published_as_it_is(tmp_path: Path) -> None:
    """`docs/assets/social.png` stands in the place of the one that is drawn."""
    site = copy_site("current", tmp_path)
    write("docs/assets/social.png", b"its own")(site)
    build(site)
    assert (site / "site/assets/social.png").read_bytes() == b"its own"


def test_a_setting_that_means_nothing_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    """Exit 2: it could not run, by whichever command."""
    site = copy_site("current", tmp_path)
    done = run("mkdocs", "build", cwd=site, OIT_AS_OF="tomorrow")
    assert done.returncode == 2
    assert "OIT_AS_OF" in done.stderr + done.stdout
    assert run("oit", "check", cwd=site, OIT_AS_OF="tomorrow").returncode == 2
    assert run("oit", "check", cwd=tmp_path).returncode == 2
    assert run("oit", "check", cwd=site).returncode == 0


def test_nothing_generated_lands_under_docs(sample: Path, tmp_path: Path) -> None:
    """docs/ holds hand-written pages and static assets only."""
    assert tree(sample / "docs") == tree(copy_sample(tmp_path) / "docs")


def test_the_files_of_a_round_come_in_one_archive(sample: Path) -> None:
    """Every file of the round as it is published, the list that says what is a sample, no more."""
    site = sample / "site"
    rows = list(csv.DictReader(io.StringIO((site / "api/v1/evidence.csv").read_text("utf-8-sig"))))
    named = {row["url"] for row in rows if row["kind"] == "file"}
    with zipfile.ZipFile(site / "2568/oit-2568.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert "ตัวอย่าง" in held.pop("README.txt").decode("utf-8-sig")
    assert {name for name in held if not name.startswith("api/")} == named
    documents = [name for name in held if name.startswith("api/")]
    assert len(documents) == 24
    assert all(name.startswith("api/v1/2568/") for name in documents)
    events = csv.DictReader(io.StringIO(held["api/v1/2568/events.csv"].decode("utf-8-sig")))
    assert named <= {row["url"] for row in events}
    assert all(data == (site / name).read_bytes() for name, data in held.items())
