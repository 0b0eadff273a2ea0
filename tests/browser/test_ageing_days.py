"""On a build of any day, opened on any later day, no two parts of a page contradict each other."""

import random
import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from helpers.builds import built
from helpers.edits import LATE_O9
from helpers.site_kinds import kinds_of
from helpers.support import copy_sample, replace, serving

CLOSES = date(2025, 4, 30)
BUILDS = {
    "in-order": ("2025-03-04", False),
    "late": ("2025-04-29", True),
    "before-closing": ("2025-04-29", False),
    "closed": ("2025-05-02", True),
}
"""The day of each build, and whether an item is late on it."""
DAYS_LATER = (0, 1, 13, 14, 42, 58, *random.Random(23).sample(range(2, 400), 4))  # noqa: S311 -- a seed, so that each run reads the same days
READ = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (selector) => all(selector).filter((part) => part.checkVisibility());
  const colour = (part) => getComputedStyle(part).color;
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--mute)";
  const mute = colour(probe);
  probe.remove();
  const page = document.documentElement;
  document.querySelectorAll("main details").forEach((part) => { part.open = true; });
  return {
    asOf: page.dataset.asOf ?? null,
    deadlines: (page.dataset.deadlines ?? "").split(" ").filter(Boolean),
    aged: page.classList.contains("aged"),
    states: shown("[data-state]").map((part) => part.innerText),
    notices: shown("main .state:not([data-state])").length,
    tags: shown("main .tag:not(.legend *)").map((part) => ({
      late: part.classList.contains("late"),
      mute: colour(part) === mute,
    })),
    inDays: shown("[data-in-days]").map((part) => [part.dataset.inDays, part.innerText]),
    ahead: shown("[data-ahead]").length,
  };
}"""
"""What of a page judges, as a reader sees it."""


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[str, Path]]]:
    """Address and folder of the sample site as built on each of the days."""
    with ExitStack() as served:
        found = {}
        for name, (day, is_late) in BUILDS.items():
            site = copy_sample(tmp_path_factory.mktemp(name))
            if is_late:
                replace(*LATE_O9)(site)
            folder = built(site, OIT_AS_OF=day, OIT_GATE="report")
            found[name] = (served.enter_context(serving(folder)), folder)
        yield found


@pytest.mark.parametrize("name", BUILDS)
def test_all_parts_of_a_page_are_of_one_day(
    page: Page, builds: dict[str, tuple[str, Path]], name: str
) -> None:
    """Either all of it is true on the reader's day, or all of it says that it is of the build's."""
    address, folder = builds[name]
    as_of = date.fromisoformat(BUILDS[name][0])
    judging = 0
    for later in DAYS_LATER:
        today = as_of + timedelta(days=later)
        page.clock.set_fixed_time(f"{today}T05:00:00Z")
        for path in kinds_of(folder):
            page.goto(f"{address}/{path}")
            seen = page.evaluate(READ)
            told = contradictions(seen, today)
            assert not told, f"{path} of {as_of} on {today}: {told}"
            judging += bool(seen["states"] or seen["notices"])
    assert judging >= len(DAYS_LATER)


def contradictions(seen: dict[str, Any], today: date) -> list[str]:
    """What of a page cannot be true together."""
    if seen["asOf"] is None:
        return ["ages though it is of no open round"] if seen["aged"] else []
    passed = [day for day in seen["deadlines"] if date.fromisoformat(day) < today]
    is_closed = today > CLOSES
    if bool(passed or is_closed) != seen["aged"]:
        return [f"is aged: {seen['aged']}, with deadlines passed: {passed}"]
    return _of_aged(seen, is_closed) if seen["aged"] else _of_fresh(seen, today)


def _of_aged(seen: dict[str, Any], is_closed: bool) -> list[str]:
    checks = {
        "a sentence of status goes on judging": seen["states"],
        "no notice": seen["notices"] != 1,
        "a mark has kept its colour": not all(tag["mute"] for tag in seen["tags"]),
        "a number of days is left": seen["inDays"],
        "a next deadline after the round has closed": is_closed and seen["ahead"],
    }
    return [told for told, is_wrong in checks.items() if is_wrong]


def _of_fresh(seen: dict[str, Any], today: date) -> list[str]:
    says_nothing_late = any(re.search("ไม่มี(ข้อ|เรื่อง)ใดค้าง", text) for text in seen["states"])
    days_left = [(date.fromisoformat(day) - today).days for day, _ in seen["inDays"]]
    words = [text for _, text in seen["inDays"]]
    right = [f"อีก {days} วัน" if days else "ครบกำหนดวันนี้" for days in days_left]
    checks = {
        "late marks beside a sentence that nothing is": says_nothing_late
        and any(tag["late"] for tag in seen["tags"]),
        "days left are wrong": words != right,
    }
    return [told for told, is_wrong in checks.items() if is_wrong]


@pytest.mark.parametrize(
    "wrong",
    [
        {"aged": True},
        {"states": ["ไม่มีข้อใดค้าง"], "tags": [{"late": True, "mute": False}]},
        {"inDays": [["2025-03-17", "อีก 12 วัน"]]},
    ],
)
def test_a_contradiction_is_found(wrong: dict[str, Any]) -> None:
    """The reader of these tests is no blind one."""
    fresh = {"asOf": "2025-03-04", "deadlines": ["2025-03-17"], "aged": False, "notices": 0}
    seen = {**fresh, "states": [], "tags": [], "inDays": [], "ahead": 1}
    assert contradictions(seen, date(2025, 3, 4)) == []
    assert contradictions({**seen, **wrong}, date(2025, 3, 4))
