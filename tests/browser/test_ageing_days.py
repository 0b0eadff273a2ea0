"""On a build of any day, opened on any later day, no two parts of a page contradict each other."""

import json
import random
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from helpers.builds import built
from helpers.edits import LATE_O9
from helpers.site_kinds import kinds_of
from helpers.support import copy_sample, replace, serving

BUILDS = {
    "upcoming": ("2024-09-15", False),
    "pending": ("2025-03-04", False),
    "on-a-deadline": ("2025-03-17", False),
    "late": ("2025-04-16", True),
    "closed": ("2025-05-02", True),
}
"""The day of each build, and whether an item is late on it."""
_DAYS = random.Random(23)  # noqa: S311 -- a seed, so that each run reads the same days
_FAR = 400
_JUDGING = re.compile(
    r"ค้าง|ไม่มีเรื่องที่ต้องแก้ไข|ครบตามกำหนด|ใกล้ครบกำหนด|ยังไม่ถึงกำหนด|เกินมาแล้ว|เกินกำหนด"
    r"|(กำหนด|งวด|ครั้ง)ถัดไป|อีก \d+ วัน|ภายใน(วันที่)? ?\d"
    r"|is late|are late|days? late|[Nn]ot yet due|[Dd]ue soon|[Uu]p to date|[Nn]ext due|Next: "
    r"|in \d+ days"
)
"""What claims, of the day on which it is read, that something is late, in time or to come."""
_DATED = re.compile(r"ณ วันที่|ณ \d|ถึงวันที่|\bas of\b|\bon \d+ \w+ \d{4}")
_NAMES = frozenset({"เรื่องที่ค้าง", "ล่าช้าหรือค้าง", "Items up to date on each day of the round"})
"""Headings, which claim nothing."""
READ = """(judging) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (selector) => all(selector).filter((part) => part.checkVisibility());
  const page = document.documentElement;
  all("main details").forEach((part) => { part.open = true; });
  const BLOCKS = "p, li, td, th, dd, dt, summary, caption, h1, h2, h3, figcaption, option";
  const WRITTEN = "a, [data-as-written], .legend, #policy";
  const textOf = (part) => part?.innerText ?? "";
  const claims = new Map();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const block = parent.closest(BLOCKS);
    if (!block || !new RegExp(judging).test(block.textContent) || parent.closest(WRITTEN)) continue;
    if (!parent.checkVisibility()) continue;
    const fold = block.closest("details")?.querySelector("summary");
    claims.set(block, [block, fold, block.closest("table")?.caption].map(textOf).join(" | "));
  }
  return {
    asOf: page.dataset.asOf ?? null,
    aged: page.classList.contains("aged"),
    states: shown("[data-state]").map(textOf),
    notices: shown("main .state:not([data-state])").length,
    late: shown("main .tag.late:not(.legend *)").map(textOf),
    marks: shown("main .tag:not(.late, .lasting, .legend *)").length,
    inDays: shown("[data-in-days]").map((part) => [part.dataset.inDays, part.innerText]),
    claims: [...claims.values()],
  };
}"""
"""What of a page judges, as a reader sees it."""


@dataclass(frozen=True, slots=True)
class Build:
    """A site as it was built on a day."""

    as_of: date
    address: str
    folder: Path
    round: dict[str, Any]
    """The round as programs read it, in the index."""

    @property
    def closes(self) -> date:
        return date.fromisoformat(self.round["closes"])

    def deadlines(self, path: str) -> set[date]:
        """The deadlines still to come of what a page is about, by the index."""
        items = [item for item in self.round["items"] if _is_about(path, item)]
        days = {day for item in items for day in _deadlines(item)}
        return {day for day in days if self.as_of <= day <= self.closes}

    def days_later(self) -> list[date]:
        """Around the first and last deadline and the closing day, soon, long after, anywhere."""
        deadlines = sorted(self.deadlines(""))
        turning = (*deadlines[:1], *deadlines[-1:], self.closes)
        near = {day + timedelta(days=days) for day in turning for days in (-1, 0, 1)}
        far = {self.as_of + timedelta(days=days) for days in (0, 1, 30, 365)}
        drawn = {self.as_of + timedelta(days=_DAYS.randrange(_FAR)) for _ in range(2)}
        return sorted(day for day in near | far | drawn if day >= self.as_of)


def _is_about(path: str, item: dict[str, Any]) -> bool:
    if number := re.search(r"/(o\d+)/", path):
        return bool(item["item"].lower() == number[1])
    if division := re.search(r"divisions/([^/]+)/", path):
        return division[1] in item["owners"]
    return True


def _deadlines(item: dict[str, Any]) -> Iterator[date]:
    cells = [cell for asked in item["requirements"] for cell in asked["cells"]]
    empty = [cell for cell in cells if cell["state"] == "not-due"]
    named = [item["waived_until"], *(judged["due_on"] for judged in (item, *item["parts"], *empty))]
    yield from (date.fromisoformat(day) for day in named if day)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Build]]:
    """The sample site as built on each of the days."""
    with ExitStack() as served:
        found = {}
        for name, (day, is_late) in BUILDS.items():
            site = copy_sample(tmp_path_factory.mktemp(name))
            if is_late:
                replace(*LATE_O9)(site)
            folder = built(site, OIT_AS_OF=day, OIT_GATE="report", OIT_REHEARSAL="1")
            index = json.loads((folder / "api/v1/index.json").read_bytes())
            address = served.enter_context(serving(folder))
            found[name] = Build(date.fromisoformat(day), address, folder, index["rounds"][0])
        yield found


@pytest.mark.parametrize("name", BUILDS)
def test_all_parts_of_a_page_are_of_one_day(
    page: Page, builds: dict[str, Build], name: str
) -> None:
    """Either all of it is true on the reader's day, or all of it says that it is of the build's."""
    build = builds[name]
    judging = _judging_pages(build.folder)
    assert len(judging) >= len({"home", "round", "item", "deadlines", "check", "division"})
    found: dict[str, str] = {}
    for today in build.days_later():
        page.clock.set_fixed_time(f"{today}T05:00:00Z")
        for path in judging:
            page.goto(f"{build.address}/{path}", wait_until="domcontentloaded")
            for told in contradictions(page.evaluate(READ, _JUDGING.pattern), today, build, path):
                found.setdefault(told, f"{path} of {build.as_of} on {today}")
    assert not found


def _judging_pages(folder: Path) -> list[str]:
    """The kinds of page that are about a round."""
    pages = {path: folder / path / "index.html" for path in kinds_of(folder)}
    about = re.compile(r"(en/)?(\d{4}/.*|divisions/.*)?")
    return [path for path in pages if about.fullmatch(path) and pages[path].is_file()]


def contradictions(seen: dict[str, Any], today: date, build: Build, path: str) -> list[str]:
    """What of a page cannot be true together on a day."""
    is_closed = today > build.closes
    if seen["asOf"] is None:
        return ["of no open round, and ages"] if seen["aged"] else _of_closed(seen)
    passed = sorted(day for day in build.deadlines(path) if day < today)
    is_expected = bool(passed) or is_closed
    if is_expected != seen["aged"] and "measures" not in path:
        return [f"is aged: {seen['aged']}, with deadlines passed: {passed}"]
    return _of_aged(seen) if seen["aged"] else _of_fresh(seen, today, build.as_of)


def _of_closed(seen: dict[str, Any]) -> list[str]:
    """A round that has closed owes nothing any more."""
    to_come = re.compile(r"อีก \d+ วัน|(กำหนด|งวด|ครั้ง)ถัดไป(?!$| \|)|in \d+ days|Next: ")
    return [claim for claim in seen["claims"] if to_come.search(claim) and "ปิดรอบ" not in claim]


def _of_aged(seen: dict[str, Any]) -> list[str]:
    """It says so once, and claims nothing of the reader's day."""
    checks = {
        "a sentence of status goes on judging": seen["states"],
        "no notice": seen["notices"] != 1,
        "a mark goes on judging": seen["marks"],
        "something late without the day": not all(map(_DATED.search, seen["late"])),
        "a number of days is left": seen["inDays"],
    }
    told = [told for told, is_wrong in checks.items() if is_wrong]
    return [*told, *(claim for claim in seen["claims"] if _claims(claim))]


def _claims(text: str) -> bool:
    own = text.split(" | ")[0].strip()
    return own not in _NAMES and bool(_JUDGING.search(own)) and not _DATED.search(text)


def _of_fresh(seen: dict[str, Any], today: date, as_of: date) -> list[str]:
    """All of it is of the reader's day, but for the days that something is late."""
    says_nothing_late = any(re.search("ไม่มี(ข้อ|เรื่อง)ใดค้าง", text) for text in seen["states"])
    days_left = [(date.fromisoformat(day) - today).days for day, _ in seen["inDays"]]
    words = [text for _, text in seen["inDays"]]
    right = [f"อีก {days} วัน" if days else "ครบกำหนดวันนี้" for days in days_left]
    is_dated = [bool(_DATED.search(text)) for text in seen["late"]]
    checks = {
        "late marks beside a sentence that nothing is": says_nothing_late and seen["late"],
        "days left are wrong": words != right,
        "what is late is counted to no day": is_dated != [today > as_of] * len(is_dated),
    }
    return [told for told, is_wrong in checks.items() if is_wrong]


FRESH = {"asOf": "2025-03-04", "aged": False, "states": [], "notices": 0, "late": [], "marks": 0}
AGED = {**FRESH, "aged": True, "notices": 1}


@pytest.mark.parametrize(
    ("seen", "today"),
    [
        (FRESH | {"aged": True}, "2025-03-05"),
        (FRESH, "2025-03-18"),
        (FRESH | {"states": ["ไม่มีข้อใดค้าง"], "late": ["ค้าง 2 วัน"]}, "2025-03-04"),
        (FRESH | {"inDays": [["2025-03-17", "อีก 12 วัน"]]}, "2025-03-04"),
        (FRESH | {"late": ["ค้าง 2 วัน"]}, "2025-03-05"),
        (AGED | {"late": ["ค้าง 2 วัน"]}, "2025-03-18"),
        (AGED | {"marks": 1}, "2025-03-18"),
        (AGED | {"claims": ["งวดถัดไป: มีนาคม 2568 ภายในวันที่ 17 เม.ย. 2568"]}, "2025-03-18"),
        (FRESH | {"asOf": None, "claims": ["กำหนดถัดไป 17 เม.ย. 2568"]}, "2025-05-02"),
    ],
)
def test_a_contradiction_is_found(seen: dict[str, Any], today: str) -> None:
    """The reader of these tests is no blind one."""
    owed: dict[str, Any] = {"item": "O1", "requirements": [], "parts": [], "waived_until": None}
    round_ = {"closes": "2025-04-30", "items": [owed | {"due_on": "2025-03-17"}]}
    build = Build(date(2025, 3, 4), "", Path(), round_)
    sound: dict[str, Any] = {"inDays": [], "claims": []}
    assert contradictions(sound | FRESH, date(2025, 3, 4), build, "") == []
    assert contradictions(sound | AGED, date(2025, 3, 18), build, "") == []
    assert contradictions(sound | seen, date.fromisoformat(today), build, "")
