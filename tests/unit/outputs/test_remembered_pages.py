"""What is taken from memory is what would be made: after any edit, of whatever file."""

import json
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from helpers.caches import Remembering
from helpers.edits import DIVISIONS, MANDATE, MARCH, O1, O3, ROUND, WAIVERS, WORKS, waiver
from helpers.recorded_office import LATER, RecordedOffice, given
from helpers.recorded_office import MARCH as ENTRY_OF_MARCH
from helpers.support import Edit, as_of, copy_site, delete, judged, replace, write
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.memory import NO_MEMORY, Asked, InMemory, Memory, NoMemory
from oit.outputs.page import KeptPage
from oit.outputs.pages import remembered
from oit.outputs.pages.division_pages import division_page
from oit.outputs.pages.line_breaks import kept_together
from oit.outputs.pages.measures_page import measures_page
from oit.outputs.pages.pages import pages
from oit.outputs.publication import publication_of
from oit.outputs.site_files import Outputs, outputs_of
from oit.outputs.templating import strict_environment
from oit.records.site import Site
from oit.wording.vocabulary import Vocabulary, vocabulary_of

DAY = as_of("2025-04-20")
MEASURES = "oit_items/2568/measures.yml"
OF_INTEGRITY = """\
source: มาตรการของสำนักงาน
order:
  number: 1/2568
  signed: 2024-11-01
  by: ผู้อำนวยการเขต
  bodies:
    - name: คณะทำงาน
      members: [{post: หัวหน้าฝ่ายปกครอง, role: ประธาน}]
      duties: [ติดตามผล]
analysis:
  - indicator: "1"
    name: การปฏิบัติหน้าที่
    finding: ควรพัฒนาอย่างต่อเนื่อง
    plans: [จัดทำคู่มือ]
    follow_up: [ติดตามผล]
    measures:
      - questions: [E5]
        about: บริการที่สะดวก
        actions: [{what: จัดทำคู่มือ, proof: work-manuals}]
        owners: [admin]
        when: ทุก 6 เดือน
"""
"""Measures whose proof is the second item."""
EDITS: dict[str, Edit] = {
    "title": replace(O1, "title: แบบวัด EIT", "title: แบบวัดอื่น"),
    "text": replace(O1, "ประกาศที่ 1", "ประกาศที่ 2"),
    "update": replace(O1, "updated: 2025-04-18", "updated: 2025-01-05"),
    "no sample": replace(O1, "sample: true", "sample: false"),
    "part": replace(WORKS, "ขั้นตอนการทำงาน", "ขั้นตอนใหม่"),
    "no part": delete(WORKS),
    "broken part": replace(WORKS, "division: works", "division: unknown"),
    "evidence": replace(f"oit_items/2568/O01/{MARCH}", "งาน", "โครงการ"),
    "results of another year": replace("oit_items/2568/O01/scores.csv", "IIT", "EIT"),
    "title elsewhere": replace(O3, "title: ", "title: แก้ไข "),
    "round": replace(ROUND, "days_after_period: 15", "days_after_period: 20"),
    "holiday": replace(ROUND, "2025-04-16", "2025-04-17"),
    "mandate": replace(MANDATE, "label_en: Announcements", "label_en: Notices"),
    "name of an item": replace(MANDATE, "title_en: Work manuals", "title_en: Manuals"),
    "waiver": write(WAIVERS, waiver(until="2025-04-25")),
    "division": replace(DIVISIONS, "name_th: ฝ่ายโยธา", "name_th: ฝ่ายก่อสร้าง"),
    "office": replace("mkdocs.yml", "name_en: Test District Office", "name_en: Other Office"),
    "task": replace("mkdocs.yml", "name_en: See what the office buys", "name_en: Purchases"),
    "record of an earlier round": replace(O1.replace("2568", "2567"), "ประกาศที่ 1", "ประกาศที่ 3"),
    "mandate of an earlier round": replace(
        MANDATE.replace("2568", "2567"), "title_th: สรุปผลการจัดซื้อจัดจ้าง", "title_th: การซื้อ"
    ),
    "measures": replace(MEASURES, "when: ทุก 6 เดือน", "when: ทุกเดือน"),
    "proof of a measure": replace(MEASURES, "proof: work-manuals", "proof: tax-statistics"),
    "no measures": delete(MEASURES),
    "a comment": replace(ROUND, "scheme: test", "scheme: test  # ours"),
}


def _of_the_year_before(text: str) -> str:
    for year in ("2567", "2568", "2023", "2024", "2025"):
        text = text.replace(year, str(int(year) - 1))
    return text


def two_rounds(target: Path) -> Path:
    """The site `current` with measures, and the same round a year earlier."""
    site = copy_site("current", target)
    earlier = site / "oit_items/2567"
    shutil.copytree(site / "oit_items/2568", earlier)
    for path in [*earlier.rglob("*.md"), *earlier.rglob("*.yml")]:
        path.write_text(_of_the_year_before(path.read_text("utf-8")), "utf-8")
    (earlier / f"O01/{MARCH}").rename(earlier / f"O01/{_of_the_year_before(MARCH)}")
    write(MEASURES, OF_INTEGRITY)(site)
    return site


def outputs_on(site: Path, memory: Memory, today: Today = DAY, url: str | None = None) -> Outputs:
    """What is published of a site with what is remembered, its files made too."""
    made = outputs_of(judged(site, today), url, memory=memory)
    assert made.files
    return made


@cache
def of_before() -> Remembering:
    """A memory of the site as it was before any edit."""
    memory = Remembering()
    outputs_on(two_rounds(Path(mkdtemp())), memory)
    return memory


def assert_same(warm: Outputs, cold: Outputs) -> None:
    """Page by page and file by file, so that a failure names the first that differs."""
    for mine, other in zip(warm.pages, cold.pages, strict=True):
        assert mine == other, mine.path
    assert [path for path in cold.files if warm.files.get(path) != cold.files[path]] == []
    assert (warm, warm.tables) == (cold, cold.tables)
    assert list(warm.entries) == list(cold.entries)


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_all_is_as_if_nothing_were_remembered(edit: str, tmp_path: Path) -> None:
    """Whatever file it is in."""
    site = two_rounds(tmp_path)
    EDITS[edit](site)
    assert_same(outputs_on(site, of_before().copy()), outputs_on(site, NO_MEMORY))


@pytest.mark.parametrize(
    ("day", "url"),
    [("2025-04-21", None), ("2025-03-04", None), ("2025-04-20", "https://oit.example.go.th/")],
)
def test_on_another_day_or_at_another_address_too(
    day: str, url: str | None, tmp_path: Path
) -> None:
    """Pages tell days, and the whole address of the site."""
    site = two_rounds(tmp_path)
    warm = outputs_on(site, of_before().copy(), as_of(day), url)
    assert_same(warm, outputs_on(site, NO_MEMORY, as_of(day), url))


def test_of_another_commit_too(tmp_path: Path) -> None:
    """The index tells of which commit it was made."""
    assessment = judged(two_rounds(tmp_path), DAY)
    warm = outputs_of(assessment, None, "0" * 40, memory=of_before().copy())
    assert "0" * 40 in warm.files["api/v1/index.json"].decode()
    assert_same(warm, outputs_of(assessment, None, "0" * 40))


def test_what_git_tells_of_the_same_files_tells_pages_apart(tmp_path: Path) -> None:
    """The same entry, recorded in time and recorded late."""
    memory, days = Remembering(), (date(2025, 4, 11), LATER)
    for folder, day in zip(("in-time", "late"), days, strict=True):
        (tmp_path / folder).mkdir()
        office = RecordedOffice(tmp_path / folder)
        office.record(day, given(ENTRY_OF_MARCH))
        assessment = assess(office.read(), Today(LATER, is_set=True))
        warm = outputs_of(assessment, None, memory=memory)
        assert_same(warm, outputs_of(assessment, None))


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        # It is overdue that day, so the pages of all divisions tell that the site waits for it.
        (
            "title",
            {"round", "answers", "home", "divisions", "item O1"}
            | {"division admin", "division works", "division finance"},
        ),
        (
            "part",
            {"round", "answers", "home", "divisions", "item O2", "measures"}
            | {"division admin", "division works"},
        ),
    ],
)
def test_a_changed_record_makes_what_shows_its_item_alone(
    edit: str, made: set[str], tmp_path: Path
) -> None:
    """Lists of all items, and the pages of its item, of its divisions, and of what it proves."""
    site, memory = two_rounds(tmp_path), of_before().copy()
    known = set(memory.kept)
    EDITS[edit](site)
    outputs_on(site, memory)
    assert {json.loads(key)[0] for kind, key in set(memory.kept) - known if kind == "pages"} == made
    assert memory.made["history"] == 1
    outputs_on(site, memory)
    assert memory.made["pages"] == len(made)


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        ("title", {"round": 1}),
        ("update", {"round": 1, "calendars": 1}),
        ("evidence", {"round": 1}),
        ("no part", {"round": 1, "calendars": 1, "form": 1}),
        ("mandate", {"round": 1, "calendars": 1, "form": 1, "texts": 1, "policy": 1}),
    ],
)
def test_a_change_makes_the_files_that_follow_from_it(
    edit: str, made: dict[str, int], tmp_path: Path
) -> None:
    """The form, texts, calendars and documents of rounds: of what has changed alone.

    The rules of a round are stated in its own files: no record changes `policy.json`.
    """
    site, memory = two_rounds(tmp_path), of_before().copy()
    EDITS[edit](site)
    outputs_on(site, memory)
    kinds = ("round", "policy", "calendars", "form", "texts", "schemas")
    assert {kind: memory.made[kind] for kind in kinds if memory.made[kind]} == made
    of_all_rounds = {"documents": 1, "items": 2, "lists": 1, "catalogues": 1}
    assert {kind: memory.made[kind] for kind in of_all_rounds} == of_all_rounds


@pytest.mark.parametrize("edit", ["title", "update", "broken part", "waiver"])
def test_a_page_that_sees_only_some_items_says_what_it_would_if_it_saw_all(
    edit: str, tmp_path: Path
) -> None:
    """Pages of divisions and of measures, whatever is late or faulty elsewhere."""
    site = two_rounds(tmp_path)
    EDITS[edit](site)
    publication = publication_of(judged(site, DAY), None)
    remembered = {each.page.path: each.page.html for each in pages(publication)}
    round_, environment = publication.assessment.rounds[-1], strict_environment()
    assert round_.measures
    seeing_all = [
        measures_page(round_.measures, round_, publication, environment),
        *(division_page(each, round_, publication, environment) for each in publication.divisions),
    ]
    names = (publication.policy.office.name_th, *(each.name_th for each in publication.divisions))
    for page in seeing_all:
        assert remembered[page.path] == kept_together(page.html, names)


def test_what_is_remembered_is_all_that_was_made(tmp_path: Path) -> None:
    """A page comes back with every field as it was."""
    site, memory = two_rounds(tmp_path), of_before().copy()
    assert outputs_on(site, memory).pages == outputs_on(site, NO_MEMORY).pages
    assert not memory.made


class OneAtATime(NoMemory):
    """Sees that what an answer holds is put aside before the next is asked for."""

    made = 0
    aside = 0

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """Each when it is asked for."""
        for answer in super().recall_all(asked):
            assert self.aside == self.made
            pages = json.loads(answer)
            self.made += len(pages) + len([page for page in pages if page["entry"]])
            yield answer

    def put_aside(self, data: bytes) -> InMemory:
        """Counted."""
        self.aside += 1
        return InMemory(data)


def test_of_a_page_only_its_head_stays_in_memory(tmp_path: Path) -> None:
    """Its HTML and its entry are put aside as soon as they are made, before those of the next."""
    memory = OneAtATime()
    outputs = outputs_of(judged(two_rounds(tmp_path), DAY), None, memory=memory)
    assert memory.made <= memory.aside == len(outputs.pages) + len(list(outputs.entries))
    assert all(isinstance(page, KeptPage) for page in outputs.pages)


def test_what_other_rounds_require_is_put_together_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for each page: with every round there are more of these, and each would take longer."""
    made: list[Site] = []

    def counted(site: Site) -> Vocabulary:
        made.append(site)
        return vocabulary_of(site)

    monkeypatch.setattr(remembered, "vocabulary_of", counted)
    outputs_on(two_rounds(tmp_path), NO_MEMORY)
    (site,) = made
    assert not any(round_.bundles for round_ in site.rounds)
