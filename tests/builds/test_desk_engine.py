"""The engine of the desk on a real site with a real history: judged, written, committed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import year_books as books
from helpers.commands import CACHE, run
from helpers.repositories import committed, git, in_repository
from helpers.support import replace, tree
from helpers.writing_commands import O1, owing_site, workbook
from oit.desk import judge_batch
from oit.desk.batch import Desk
from oit.desk.judge_thing import FileLook, judge
from oit.desk.things import Thing
from oit.desk.view import Arrived, State
from oit.entry.orders import Kind, Order
from oit.entry.refusals import RefusedError
from oit.entry.selection import Request
from oit.entry.stage import Stage
from oit.intake.shapes import Asks, Target
from oit.periods import parse_period
from oit.system.git_committing import CommittingHistory
from oit.system.locking import alone_in

DAY = "2025-05-08"
ID_NUMBER = "1-1017-00230-70-8"
MARCH = "สขร1 มีนาคม 2568.csv"
CORRECTED = "ลำดับที่,งาน\n1,งานที่แก้ไข\n".encode()
POST, NOTE = "หัวหน้าฝ่ายการคลัง", "ไม่มีการเปลี่ยนแปลง"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that owes April, in a repository whose user is known."""
    variables = {"OIT_AS_OF": DAY, "OIT_CACHE": str(CACHE), "OIT_WAIT": "0"}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    site = owing_site(tmp_path)
    return in_repository(site)


@pytest.fixture
def desk(site: Path) -> Iterator[Desk]:
    with Desk(site, "inbox") as desk:
        yield desk


def april(tmp_path: Path) -> tuple[str, bytes]:
    file = Path(workbook(tmp_path))
    return file.name, file.read_bytes()


def shown(desk: Desk, id_: str) -> Arrived:
    return next(each for each in desk.view().arrived if each.id == id_)


def test_what_is_ready_is_one_commit_and_nothing_is_left(
    desk: Desk, site: Path, tmp_path: Path
) -> None:
    """A file, a link, a text and a confirmation of one record; the gate lets the branch pass."""
    desk.receive(*april(tmp_path))
    desk.order(
        Order(Kind.LINK, Request("O1", requirement="announcements"), text="https://a.go.th/x")
    )
    desk.order(Order(Kind.TEXT, Request("O1", requirement="announcements"), text="# ข่าว\n\nข้อความ"))
    desk.order(Order(Kind.CONFIRM, Request("O3"), text=NOTE, post=POST))
    batch = desk.view()
    assert {each.state for each in batch.arrived} == {State.READY}
    assert "summary-2025-04.xlsx" in batch.difference
    assert batch.seconds > 0
    sent = desk.enter("ข้อมูลเดือนเมษายน")
    assert desk.view().arrived == ()
    assert git(site, "log", "-1", "--format=%s") == "entry: ข้อมูลเดือนเมษายน\n"
    changed = git(site, "show", "--name-only", "--format=", sent.commit).split()
    assert changed == [
        "oit_items/2568/O01/record.md",
        "oit_items/2568/O01/summary-2025-04.xlsx",
        "oit_items/2568/O03/record.md",
    ]
    assert git(site, "status", "--porcelain") == ""
    git(site, "checkout", "--quiet", "main")
    done = run("oit", "check", "--request", sent.branch, cwd=site, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stdout


def test_the_desk_and_the_command_write_the_same_record(
    desk: Desk, site: Path, tmp_path: Path
) -> None:
    """Byte for byte, and the same file beside it."""
    name, data = april(tmp_path)
    desk.receive(name, data)
    sent = desk.enter()
    by_desk = tree(site / "oit_items")
    git(site, "checkout", "--quiet", "main")
    git(site, "branch", "--quiet", "-D", sent.branch)
    done = run(
        "oit", "add", "O1", "--period", "2025-04", str(tmp_path / name), cwd=site, OIT_AS_OF=DAY
    )
    assert done.returncode == 0, done.stderr
    assert tree(site / "oit_items") == by_desk


def test_nobody_waits_while_a_person_thinks(desk: Desk, site: Path, tmp_path: Path) -> None:
    """The lock is taken while the site is read or written alone."""
    desk.receive(*april(tmp_path))
    desk.view()
    with alone_in(site, "oit build", print):
        pass
    program = "import sys; from pathlib import Path; from oit.system.locking import alone_in\n"
    program += "with alone_in(Path(sys.argv[1]), 'x', print): print('free')"
    done = subprocess.run(
        [sys.executable, "-c", program, str(site)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "free\n"


def test_what_changed_meanwhile_is_judged_anew_before_anything_is_written(
    desk: Desk, site: Path, tmp_path: Path
) -> None:
    """Somebody else has filled the month since the desk was looked at: then it asks."""
    id_ = desk.receive(*april(tmp_path))
    assert shown(desk, id_).state is State.READY
    other = ("add", "O1", "--period", "2025-04", workbook(tmp_path, "งานอื่น"))
    assert run("oit", *other, cwd=site, OIT_AS_OF=DAY).returncode == 0
    committed(site, "เดือนเมษายน")
    with pytest.raises(RefusedError):
        desk.enter()
    assert git(site, "branch", "--show-current") == "main\n"
    assert shown(desk, id_).state is State.ASKS


def test_a_second_file_for_a_month_asks_whether_it_takes_the_place_of_the_first(
    desk: Desk, site: Path
) -> None:
    """A yes needs the reason, which the public will see; a no leaves the file out."""
    id_ = desk.receive(MARCH, CORRECTED)
    question = shown(desk, id_).question
    assert question
    assert question.asks is Asks.REPLACE
    with pytest.raises(RefusedError, match="เหตุผล"):
        desk.answer(id_, True, "  ")
    desk.answer(id_, False)
    assert shown(desk, id_).state is State.REFUSED
    desk.drop(id_)
    id_ = desk.receive(MARCH, CORRECTED)
    desk.answer(id_, True, "แก้ยอดรวม")
    assert shown(desk, id_).state is State.READY
    desk.enter()
    assert (site / "oit_items/2568/O01/summary-2025-03.csv").read_bytes() == CORRECTED
    assert "แก้ยอดรวม" in (site / O1).read_text("utf-8")


def test_a_workbook_of_a_year_is_asked_about(desk: Desk, site: Path) -> None:
    """Yes publishes each sheet for its period; no asks of which period all of it is."""
    replace(
        "oit_items/2568/mandate.yml", "[2025-02, 2025-03", "[2024-12, 2025-01, 2025-02, 2025-03"
    )(site)
    committed(site, "อีกสองเดือน")
    months = ("ธันวาคม 2567", "มกราคม 2568")
    sheets = {name: books.month(name, books.purchase(1, f"งาน{name}")) for name in months}
    id_ = desk.receive("สขร.1 ปีงบ 2568.xlsx", books.book(sheets))
    question = shown(desk, id_).question
    assert question
    assert question.asks is Asks.YEAR
    desk.answer(id_, False)
    question = shown(desk, id_).question
    assert question
    assert {str(target.period) for target in question.targets} >= {"2024-12", "2025-01"}
    desk.drop(id_)
    id_ = desk.receive("สขร.1 ปีงบ 2568.xlsx", books.book(sheets))
    desk.answer(id_, True)
    assert shown(desk, id_).state is State.READY
    changed = git(site, "show", "--name-only", "--format=", desk.enter().commit)
    assert "summary-2024-12.xlsx" in changed
    assert "summary-2025-01.xlsx" in changed


def test_a_workbook_of_a_year_is_asked_about_though_a_month_was_chosen(desk: Desk) -> None:
    """As `oit add --period` offers it on a terminal; with a no, all of it is of that month."""
    months = ("กุมภาพันธ์ 2568", "มีนาคม 2568", "เมษายน 2568")
    sheets = {name: books.month(name, books.purchase(1, f"งาน{name}")) for name in months}
    id_ = desk.receive("สขร.1 ปีงบ 2568.xlsx", books.book(sheets))
    chosen = Target(2568, "O1", "monthly-summary", parse_period("2025-04"), None)
    desk.answer(id_, chosen)
    question = shown(desk, id_).question
    assert question
    assert question.asks is Asks.YEAR
    desk.answer(id_, False)
    assert (shown(desk, id_).state, shown(desk, id_).target) == (State.READY, chosen)


@pytest.mark.parametrize(("answer", "state"), [(True, State.READY), (False, State.REFUSED)])
def test_what_a_file_hides_is_asked_about(answer: bool, state: State, desk: Desk) -> None:
    """Yes takes it out; no leaves it, and the file goes back with a reply."""
    id_ = desk.receive(*hiding())
    question = shown(desk, id_).question
    assert question
    assert question.asks is Asks.CLEAN
    desk.answer(id_, answer)
    after = shown(desk, id_)
    assert after.state is state
    assert bool(after.reply) is (state is State.REFUSED)


def hiding() -> tuple[str, bytes]:
    """The workbook of April with a sheet that its reader does not see."""
    name = "เมษายน 2568"
    rows = books.month(name, books.purchase(1, "งานตัวอย่าง"))
    book = books.book({name: rows, "ร่าง": [("ร่างที่ยังไม่ได้ตรวจ",)]})
    return f"สขร.1 {name}.xlsx", books.with_hidden(book, "ร่าง")


@pytest.mark.parametrize(
    ("name", "hint"), [("inbox", "--answer"), ("desk", "“ลบออกจากไฟล์ที่เผยแพร่”")]
)
def test_a_note_names_what_can_be_answered_here(name: str, hint: str, site: Path) -> None:
    """Neither the inbox nor the desk has the option of `oit add`."""
    with Desk(site, name) as desk:
        told = "\n".join(shown(desk, desk.receive(*hiding())).told)
    assert hint in told
    assert "--clean" not in told


def test_a_cell_is_chosen_where_nothing_tells_it(desk: Desk) -> None:
    """By the question, or unasked where the desk is wrong about a file."""
    id_ = desk.receive("เอกสาร.csv", CORRECTED)
    question = shown(desk, id_).question
    assert question
    assert question.asks is Asks.TARGET
    with pytest.raises(RefusedError):
        desk.answer(id_, True)
    wanted = Target(2568, "O1", "monthly-summary", parse_period("2025-04"), None)
    desk.answer(id_, wanted)
    assert shown(desk, id_).target == wanted
    assert shown(desk, id_).state is State.READY
    desk.answer(id_, Target(2568, "O1", "announcements", None, None))
    assert shown(desk, id_).place == "ข้อ O1 ประกาศจัดซื้อจัดจ้าง"
    with pytest.raises(LookupError):
        desk.answer("nothing", wanted)


def test_the_same_file_again_is_there_already(desk: Desk, site: Path, tmp_path: Path) -> None:
    """What the site has, and what came a moment before under another name."""
    _, data = april(tmp_path)
    desk.receive("สขร.1 เม.ย. 68.xlsx", data)
    twin = desk.receive("สำเนาของ สขร.1 เม.ย. 68.xlsx", data)
    old = desk.receive("x.csv", (site / "oit_items/2568/O01/summary-2025-03.csv").read_bytes())
    assert [shown(desk, id_).state for id_ in (twin, old)] == [State.THERE, State.THERE]
    assert len(git(site, "log", "-1", "--format=%b", desk.enter().commit).strip().split("\n")) == 1


def test_what_is_refused_leaves_the_others_and_has_its_reply(
    desk: Desk, site: Path, tmp_path: Path
) -> None:
    """A number of a person stands in no name, no reply, no fault, no branch and no commit."""
    desk.receive(*april(tmp_path))
    rows = f"ลำดับที่,เลขประจำตัวประชาชน\n1,{ID_NUMBER}\n".encode()
    bad = desk.receive(f"สขร1 มีนาคม 2568 {ID_NUMBER}.csv", rows)
    refused = shown(desk, bad)
    assert refused.state is State.REFUSED
    assert refused.reply.startswith("เรื่อง")
    desk.enter(f"ทดสอบ {ID_NUMBER}")
    everything = repr(desk.view()) + git(site, "log", "-1", "--format=%B%D", "--stat")
    names = " ".join(path.name for path in site.rglob("*"))
    for text in (everything, names):
        assert ID_NUMBER not in text
        assert ID_NUMBER.replace("-", "") not in text
    assert shown(desk, bad).state is State.REFUSED


def test_a_change_of_ones_own_is_never_taken_along(desk: Desk, site: Path, tmp_path: Path) -> None:
    """The record was edited by hand and not committed: nothing is written, nothing is lost."""
    id_ = desk.receive(*april(tmp_path))
    record = site / O1
    record.write_text(f"{record.read_text('utf-8')}\nของฉัน\n", "utf-8")
    before = tree(site / "oit_items")
    with pytest.raises(RefusedError, match=O1):
        desk.enter()
    assert tree(site / "oit_items") == before
    assert git(site, "branch", "--show-current") == "main\n"
    assert shown(desk, id_).state is State.READY


def test_an_answer_costs_no_more_than_its_own_judging(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What arrived before it, and the site, are not read again as long as nothing has changed."""
    desk.receive(*april(tmp_path))
    desk.view()
    judged = counted(monkeypatch, "oit.desk.judge_batch.judge")
    opened = counted(monkeypatch, "oit.desk.judge_batch.open_session")
    id_ = desk.receive(MARCH, CORRECTED)
    desk.view()
    desk.view()
    desk.answer(id_, True, "แก้ยอดรวม")
    desk.view()
    assert (judged, opened) == ([1, 1], [])


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[int]:
    """A call of a function of the product leaves a 1."""
    module, _, function = name.rpartition(".")
    real, calls = getattr(sys.modules[module], function), []

    def counting(*arguments: object) -> object:
        calls.append(1)
        return real(*arguments)

    monkeypatch.setattr(name, counting)
    return calls


def test_a_file_that_breaks_the_judging_keeps_nobody_from_the_others(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a stranger's file may still find: it is told by its kind alone, and can go."""
    good, bad = desk.receive(*april(tmp_path)), desk.receive(MARCH, CORRECTED)

    def breaking(stage: Stage, thing: Thing, look: FileLook | None) -> Arrived:
        if thing.id == bad:
            raise ValueError(f"{ID_NUMBER} is in a message")
        return judge(stage, thing, look)

    monkeypatch.setattr(judge_batch, "judge", breaking)
    assert shown(desk, good).state is State.READY
    broken = shown(desk, bad)
    assert broken.state is State.REFUSED
    assert "ValueError" in broken.faults
    assert ID_NUMBER not in broken.faults
    desk.drop(bad)
    assert desk.ids() == {good}


def test_a_folder_is_watched(desk: Desk, tmp_path: Path) -> None:
    """What is put into it arrives; what is saved again takes the place of its older self.

    Files of programs, what is not received whole, links and what lies below are left.
    """
    folder = tmp_path / "folder"
    (folder / "below").mkdir(parents=True)
    (folder / "below/x.csv").write_bytes(CORRECTED)
    for name in ("~$a.xlsx", ".DS_Store", "b.xlsx.crdownload", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    (folder / "link.csv").symlink_to(tmp_path / "folder/below/x.csv")
    desk.watch(folder)
    assert desk.view().arrived == ()
    (folder / MARCH).write_bytes(b"half")
    (first,) = desk.view().arrived
    (folder / MARCH).write_bytes(CORRECTED)
    (second,) = desk.view().arrived
    assert (first.name, second.name) == (MARCH, MARCH)
    assert first.id != second.id
    assert desk.view().arrived == (second,)


# Killed, or broken off


@pytest.mark.parametrize("broken", ["update-ref", "symbolic-ref", "update-index"])
def test_what_was_written_and_not_committed_is_committed_by_the_next_run(
    broken: str, desk: Desk, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git refuses in the middle: the words say so, and the same command goes on from there."""
    desk.receive(*april(tmp_path))
    left = desk.receive("เอกสาร.csv", CORRECTED)
    real = CommittingHistory._run

    def refusing(
        history: CommittingHistory, *arguments: str, stdin: bytes = b"", **own: str
    ) -> "subprocess.CompletedProcess[bytes]":
        if broken in arguments and "GIT_INDEX_FILE" not in own and "--quiet" not in arguments:
            return subprocess.CompletedProcess(arguments, 128, b"", b"index.lock")
        return real(history, *arguments, stdin=stdin, **own)

    monkeypatch.setattr(CommittingHistory, "_run", refusing)
    with pytest.raises(RefusedError, match=r"index\.lock"):
        desk.enter()
    monkeypatch.undo()
    desk.__exit__()
    with Desk(site, "inbox") as again:
        assert again.finished
        assert git(site, "rev-parse", "HEAD") == f"{again.finished.commit}\n"
        assert git(site, "status", "--porcelain") == ""
        assert again.ids() == {left}
    with Desk(site, "inbox") as once_more:
        assert once_more.finished is None


def test_files_that_were_put_back_wait_on_the_desk(
    desk: Desk, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note of a commit whose files are not there is no reason to commit anything."""
    id_ = desk.receive(*april(tmp_path))
    monkeypatch.setattr("oit.desk.writing.write_changes", lambda *_: os._exit(0))
    child = os.fork()
    if child == 0:
        desk.enter()
    os.waitpid(child, 0)
    monkeypatch.undo()
    assert (site / ".oit-work/inbox.json").exists()
    desk.__exit__()
    with Desk(site, "inbox") as again:
        assert again.finished is None
        assert again.ids() == {id_}
        assert git(site, "branch", "--show-current") == "main\n"
    assert not (site / ".oit-work/inbox.json").exists()
