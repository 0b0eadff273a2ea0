"""How often a request of the desk's page looks at the state of the site."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from helpers.commands import CACHE, run
from helpers.desk_server import served
from helpers.repositories import in_repository
from helpers.writing_commands import O1, owing_site, workbook
from oit.desk import judge_batch
from oit.desk.batch import Desk
from oit.system.run_state import RunState, state_past_links

DAY = "2025-05-08"
APRIL = "2568/O1/monthly-summary/2025-04/-"
MARCH = "summary-2025-03.csv"
CORRECTED = "ลำดับที่,งาน\n1,งานที่แก้ไข\n".encode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that owes April, with a comment in a record, in a repository."""
    variables = {"OIT_AS_OF": DAY, "OIT_CACHE": str(CACHE), "OIT_WAIT": "0"}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    site = owing_site(tmp_path)
    record = site / O1
    record.write_text(
        record.read_text("utf-8").replace("\nevidence:", "\n# จากฝ่ายการคลัง\nevidence: # ทุกเดือน"),
        "utf-8",
    )
    return in_repository(site)


REQUESTS: dict[str, tuple[str, dict[str, str]]] = {
    "the desk": ("/", {}),
    "its version": ("/version", {}),
    "what would be written": ("/check", {}),
    "an entry": ("/entry", {"kind": "none", "cell": APRIL, "reason": "ไม่มีการจัดซื้อ"}),
    "an entry that comes back": ("/entry", {"kind": "none", "cell": APRIL}),
    "an answer": ("/answer", {"id": "{id}", "agrees": "no"}),
    "a chosen cell": ("/answer", {"id": "{id}", "target": APRIL}),
    "a thing that goes": ("/drop", {"id": "{id}"}),
}


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A look at the state of the site leaves a 1."""
    real, made = state_past_links, []

    def counting(root: Path, paths: Sequence[str], variables: Mapping[str, str]) -> RunState | None:
        made.append(1)
        return real(root, paths, variables)

    monkeypatch.setattr(judge_batch, "state_past_links", counting)
    return made


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_looks_at_the_site_once(name: str, site: Path, looks: list[int]) -> None:
    """A site of many files takes long to look at; what a page shows is of one moment."""
    path, texts = REQUESTS[name]
    with Desk(site) as engine, served(engine) as desk:
        id_ = engine.receive(MARCH, CORRECTED)
        looks.clear()
        sent = {key: text.format(id=id_) for key, text in texts.items()}
        assert (desk.post(path, **sent) if sent else desk.ask(path)).status < 500
        assert looks == [1]


def test_what_is_written_is_looked_at_anew(site: Path, tmp_path: Path, looks: list[int]) -> None:
    """Once for what its user has seen, once more under the lock of what is written."""
    with Desk(site) as engine, served(engine) as desk:
        book = Path(workbook(tmp_path))
        engine.receive(book.name, book.read_bytes())
        found = re.search(r'name="version" value="([0-9a-f]+)"', desk.ask("/check").body)
        assert found
        looks.clear()
        assert desk.post("/write", title="ข้อมูล", version=found[1]).leads_to == "/sent"
        assert looks == [1, 1]


def test_each_request_sees_the_site_as_it_is_then(site: Path, tmp_path: Path) -> None:
    """What changes between two requests shows in the second."""
    book = Path(workbook(tmp_path))
    with Desk(site) as engine, served(engine) as desk:
        engine.receive(book.name, book.read_bytes())
        before = desk.ask("/version").body
        added = ("add", "O1", "--period", "2025-04", str(book))
        assert run("oit", *added, cwd=site).returncode == 0
        assert desk.ask("/version").body != before
