"""Links to other sites: which there are, what is remembered of each, and when one is dead."""

import json
from datetime import date
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.edits import O1, both
from helpers.faulty_server import Reply, faulty
from helpers.support import copy_site, replace
from oit.audit.links.collect import Mention, links_of
from oit.audit.links.history import (
    LinkHistory,
    LinkRecord,
    LinkState,
    is_offline,
    observed,
    with_responses,
)
from oit.catalog import Language, say
from oit.records.load import load_site
from oit.web_response import Response, Trouble

EIT = "https://example.go.th/eit"
WORKS, GONE = Response(status=200), Response(status=404)
DAYS = [date(2025, 4, day) for day in range(1, 31)]


def after(*answers: Response, days: list[date] | None = None) -> LinkRecord:
    """A link that was asked once a day."""
    known: LinkRecord | None = None
    for answer, day in zip(answers, days or DAYS, strict=False):
        known = observed(known, answer, day)
    assert known
    return known


def test_links_of_evidence_and_of_texts_are_found_with_their_lines(tmp_path: Path) -> None:
    """Each address once, whatever its fragment; nothing that is not on the web."""
    site = copy_site("current", tmp_path)
    elsewhere = "[จ](mailto:a@example.go.th) [ฉ](#announcements)"
    text = f"ดู [ก]({EIT}#top) และ <https://b.example/x> {elsewhere}"
    replace(O1, "ตัวอย่าง – มิใช่ข้อมูลจริง", text)(site)
    lines = (site / O1).read_text("utf-8").splitlines()
    found = links_of(load_site(site))
    assert list(found) == ["https://b.example/x", EIT]
    numbers = [number for number, line in enumerate(lines, 1) if EIT in line]
    assert found[EIT] == [Mention(O1, number) for number in numbers]


@pytest.mark.parametrize(
    "answer",
    [
        *(Response(status=status) for status in (401, 403, 429, 500, 503, 599)),
        *(Response(trouble=one) for one in (Trouble.TIMED_OUT, Trouble.CERTIFICATE_INVALID)),
        Response(trouble=Trouble.PROXY_REFUSED),
    ],
)
def test_a_refusal_is_neither_a_failure_nor_a_sign_of_life(answer: Response) -> None:
    """However often it comes."""
    assert after(*[answer] * 9).state is LinkState.REFUSED
    assert after(GONE, GONE, answer).state is LinkState.REFUSED
    assert after(GONE, GONE, answer, GONE).state is LinkState.DEAD
    assert after(WORKS, answer).worked_on == DAYS[0]


@pytest.mark.parametrize(
    "answer",
    [
        *(Response(status=status) for status in (400, 404, 410)),
        *(Response(trouble=one) for one in (Trouble.UNREACHABLE, Trouble.REDIRECTED_AWAY)),
    ],
)
def test_a_link_is_dead_only_after_failures_on_three_separate_days(answer: Response) -> None:
    """Three times on one day is once."""
    assert after(answer, answer).state is LinkState.FAILING
    assert after(*[answer] * 9, days=[DAYS[0]] * 9).state is LinkState.FAILING
    dead = after(answer, answer, answer)
    assert (dead.state, dead.failed_on) == (LinkState.DEAD, tuple(DAYS[:3]))
    assert after(*[answer] * 9).failed_on == tuple(DAYS[:3])


def test_a_link_that_works_again_begins_anew() -> None:
    """What failed before is forgotten."""
    assert after(GONE, GONE, WORKS, GONE, GONE).state is LinkState.FAILING
    revived = after(GONE, GONE, GONE, WORKS)
    assert (revived.state, revived.failed_on, revived.worked_on) == (
        LinkState.WORKING,
        (),
        DAYS[3],
    )


def test_what_was_not_asked_stays_as_it_was() -> None:
    """Several sites may share a state file; it is sorted."""
    known = with_responses(LinkHistory(), {"https://b.example/": GONE}, DAYS[0])
    both_known = with_responses(known, {"https://a.example/": WORKS}, DAYS[1])
    assert list(both_known.links) == ["https://a.example/", "https://b.example/"]
    assert both_known.links["https://b.example/"] == known.links["https://b.example/"]


def test_a_machine_that_is_offline_blames_no_link() -> None:
    """Nothing answers on several servers; on one, it is that server."""
    lost = Response(trouble=Trouble.UNREACHABLE)
    assert is_offline({"https://a.example/": lost, "https://b.example/": lost})
    assert not is_offline({"https://a.example/": lost, "https://a.example/2": lost})
    assert not is_offline({"https://a.example/": lost, "https://b.example/": GONE})
    assert not is_offline({})


def test_every_state_has_words() -> None:
    """In both languages."""
    named = [name for state in LinkState for name in (f"links.{state}", f"links.{state}-found")]
    assert all(say(name, language, reason="x", limit=3) for name in named for language in Language)


REPLIES: dict[str, Reply | list[Reply]] = {
    "/eit": Reply(),
    "/gone": Reply(status=404),
    "/forbidden": Reply(status=403),
    "/busy": Reply(status=503, headers={"Retry-After": "0"}),
    "/no-head": [Reply(status=405), Reply()],
    "/moved": Reply(status=301, headers={"Location": "/eit"}),
    "/slow": Reply(after_seconds=2),
}


def linking_to(site: Path, address: str, paths: list[str]) -> None:
    """The site with links to these paths of a server instead of its own."""
    text = " ".join(f"<{address}{path}>" for path in paths)
    both(replace(O1, EIT, f"{address}/eit"), replace(O1, "ตัวอย่าง – มิใช่ข้อมูลจริง", text))(site)


def test_the_command_remembers_from_day_to_day(tmp_path: Path) -> None:
    """Dead on the third day, refused for ever, and a gate never: exit 0 unless asked for more."""
    site, state = copy_site("current", tmp_path), tmp_path / "kept" / "links.json"
    asked = ("oit", "links", "--state", str(state), "--seconds", "0.5")
    told = []
    with faulty(tmp_path, REPLIES) as server:
        linking_to(site, server.address, [path for path in REPLIES if path != "/eit"])
        for day in ("2025-04-01", "2025-04-01", "2025-04-02", "2025-04-03"):
            done = run(*asked, "--format", "json", cwd=site, OIT_AS_OF=day)
            assert done.returncode == 0, done.stderr
            listed = json.loads(done.stdout)["links"]
            told.append(
                {
                    finding["url"].removeprefix(server.address): finding["state"]
                    for finding in listed
                }
            )
        text = run(*asked, "--strict", cwd=site, OIT_AS_OF="2025-04-04")
    steady = {
        **dict.fromkeys(("/eit", "/no-head", "/moved"), "working"),
        **dict.fromkeys(("/forbidden", "/busy", "/slow"), "refused"),
    }
    assert [one.pop("/gone") for one in told] == ["failing", "failing", "failing", "dead"]
    assert told == [steady] * 4
    assert text.returncode == 1
    assert f"เปิดไม่ได้แล้ว · {server.address}/gone" in text.stdout
    assert f"{O1}:" in text.stdout
    counts = "เปิดไม่ได้แล้ว 1 แห่ง ครั้งนี้เปิดไม่ได้ 0 แห่ง เว็บไซต์ปลายทางไม่อนุญาตให้โปรแกรมตรวจ 3 แห่ง"
    assert f"{counts} เปิดได้ 3 แห่ง" in text.stdout
    assert [path.name for path in state.parent.iterdir()] == ["links.json"]


def test_a_server_is_asked_for_one_thing_at_a_time_by_who_names_himself(tmp_path: Path) -> None:
    """By HEAD, without a body, and by GET only where that is not answered well."""
    site = copy_site("current", tmp_path)
    replies = {f"/{number}": Reply(after_seconds=0.05) for number in range(8)}
    with faulty(tmp_path, {**replies, "/eit": Reply(status=404)}) as server:
        linking_to(site, server.address, list(replies))
        run("oit", "links", "--state", str(tmp_path / "links.json"), cwd=site)
    assert server.busiest == 1
    methods = {
        path: {method for method, other, _ in server.asked if other == path}
        for path in server.paths()
    }
    assert methods == {**{path: {"HEAD"} for path in replies}, "/eit": {"HEAD", "GET"}}
    assert all(agent.startswith("oit/") for _, _, agent in server.asked)


@pytest.mark.parametrize("kept", ["{", "[]", '{"version": 2, "links": {}}', "\xff"])
def test_a_state_file_that_cannot_be_read_is_left_as_it_is(kept: str, tmp_path: Path) -> None:
    """What was remembered over days is never thrown away unasked."""
    site, state = copy_site("current", tmp_path), tmp_path / "links.json"
    state.write_bytes(kept.encode("latin-1"))
    done = run("oit", "links", "--state", str(state), cwd=site)
    assert (done.returncode, "[EN]" in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr
    assert state.read_bytes() == kept.encode("latin-1")
