"""Files of a commit come from Git's objects as they are, and land nowhere but in their folder."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from helpers.repositories import committed, git
from helpers.support import tree
from oit.system.git import History, HistoryError
from oit.system.git_objects import (
    Entry,
    TreeLimits,
    UnwritableTreeError,
    entries_in,
    objects,
    write_tree,
)
from oit.system.git_proposed import StagedHistory

RECORD = "oit_items/2568/O01/record.md"
CONTENT = b"---\nupdated: $Id$\n---\n\xe0\xb8\x81\xe0\xb8\x82\n"
"""Thai text, line ends of one kind, and the keyword that the attribute `ident` expands."""
ATTRIBUTES = (
    "-text",
    "text eol=crlf",
    "ident",
    "filter=shout",
    "export-ignore",
    "working-tree-encoding=UTF-16",
    "text=auto eol=crlf",
)
SETTINGS = (
    ("core.autocrlf", "true"),
    ("core.eol", "crlf"),
    ("core.symlinks", "false"),
    ("core.quotePath", "true"),
    ("core.attributesFile", "shouting"),
    ("core.sparseCheckout", "true"),
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One record, in a repository whose own settings would write it in capitals."""
    folder = tmp_path / "repository"
    record = folder / RECORD
    record.parent.mkdir(parents=True)
    record.write_bytes(CONTENT)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    committed(folder, "as it was")
    git(folder, "config", "filter.shout.smudge", "tr a-z A-Z")
    git(folder, "config", "filter.shout.clean", "cat")
    return folder


def exported(repository: Path, target: Path) -> dict[str, bytes]:
    target.mkdir()
    return tree(History(repository).export("HEAD", target))


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_an_attribute_of_the_repository_decides_nothing(
    attribute: str, repository: Path, tmp_path: Path
) -> None:
    """Neither in the work tree nor in a commit: the bytes are those of the object."""
    (repository / ".gitattributes").write_text(f"*.md {attribute}\n", "utf-8")
    assert exported(repository, tmp_path / "by-the-work-tree") == {RECORD: CONTENT}
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "--quiet", "--message", "attributes")
    assert exported(repository, tmp_path / "by-the-commit") == {RECORD: CONTENT}


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_attributes_beside_the_repository_decide_nothing(
    attribute: str, repository: Path, tmp_path: Path
) -> None:
    """`info/attributes` has the last word in a checkout, and none here."""
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/attributes").write_text(f"*.md {attribute}\n", "utf-8")
    assert exported(repository, tmp_path / "target") == {RECORD: CONTENT}


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_a_setting_of_git_decides_nothing(
    name: str, value: str, repository: Path, tmp_path: Path
) -> None:
    """Line ends, links and further attributes as the machine likes them."""
    (repository / "shouting").write_text("* filter=shout\n", "utf-8")
    git(repository, "config", name, value)
    (repository / "oit_items/link.md").symlink_to("2568")
    (repository / "oit_items/ลิงก์.md").write_bytes(b"x\r\n")
    linked = hash_of_blob(repository, b"2568")
    cacheinfo = ("update-index", "--add", "--cacheinfo")
    git(repository, *cacheinfo, f"120000,{linked},oit_items/link.md")
    text = hash_of_blob(repository, b"x\r\n")
    git(repository, *cacheinfo, f"100644,{text},oit_items/ลิงก์.md")
    git(repository, "commit", "--quiet", "--message", "more")
    found = exported(repository, tmp_path / "target")
    assert found == {RECORD: CONTENT, "oit_items/ลิงก์.md": b"x\r\n"}
    assert (tmp_path / "target/oit_items/link.md").is_symlink()


def test_what_is_staged_is_read_from_objects_too(repository: Path, tmp_path: Path) -> None:
    """The index names the bytes; attributes and the work tree are left aside."""
    staged = CONTENT + b"more\n"
    (repository / RECORD).write_bytes(staged)
    git(repository, "add", RECORD)
    (repository / ".gitattributes").write_text("* text eol=crlf ident\n", "utf-8")
    (repository / RECORD).write_bytes(b"something else")
    target = tmp_path / "target"
    target.mkdir()
    with StagedHistory.of(repository) as history:
        assert history.touched_since("HEAD") == {RECORD}
        assert tree(history.export_proposed(target)) == {RECORD: staged}


def test_a_replaced_object_is_read_as_it_was(repository: Path, tmp_path: Path) -> None:
    """A reference under `refs/replace` changes nothing that is judged."""
    false = hash_of_blob(repository, b"false")
    true = git(repository, "rev-parse", f"HEAD:{RECORD}").strip()
    git(repository, "replace", true, false)
    assert exported(repository, tmp_path / "target") == {RECORD: CONTENT}


def hash_of_blob(repository: Path, data: bytes) -> str:
    command = ["git", "-C", str(repository), "hash-object", "-w", "--no-filters", "--stdin"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()[:-1]


def literal_tree(repository: Path, *entries: tuple[str, bytes, str]) -> str:
    """A tree with names that Git itself would not write."""
    data = b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(object_id)
        for mode, name, object_id in entries
    )
    command = ["git", "-C", str(repository), "hash-object", "-t", "tree", "-w", "--literally"]
    made = subprocess.run([*command, "--stdin"], input=data, capture_output=True, check=True)
    return made.stdout.decode().strip()


@pytest.mark.parametrize(
    "name", [b"..", b".git", b".GIT", b".", b"/etc", b"a/../../x", b"a/" * 1500 + b"x"]
)
def test_a_name_that_leads_elsewhere_is_refused(
    name: bytes, repository: Path, tmp_path: Path
) -> None:
    """With the name, and nothing is written, in the folder or outside of it."""
    blob = hash_of_blob(repository, b"x")
    inner = literal_tree(repository, ("100644", name, blob))
    records = literal_tree(repository, ("40000", b"oit_items", inner))
    target = tmp_path / "deep/target"
    target.mkdir(parents=True)
    with pytest.raises(HistoryError, match="ไม่บันทึกเพื่อความปลอดภัย"):
        History(repository).export(records, target)
    assert tree(tmp_path / "deep") == {}


@pytest.mark.parametrize("name", [b"back\\slash", b"new\nline", b"tab\t", b"\xff\xfe", b"c:x"])
def test_a_strange_name_is_written_where_the_rules_see_it(
    name: bytes, repository: Path, tmp_path: Path
) -> None:
    """On a system that can name a file so; the rules tell what is wrong with it."""
    blob = hash_of_blob(repository, b"x")
    inner = literal_tree(repository, ("100644", name, blob))
    records = literal_tree(repository, ("40000", b"oit_items", inner))
    found = exported_tree(repository, records, tmp_path / "target")
    assert list(found.values()) == [b"x"]


def exported_tree(repository: Path, made: str, target: Path) -> dict[str, bytes]:
    target.mkdir()
    return tree(History(repository).export(made, target))


def test_nothing_is_written_through_a_link(repository: Path, tmp_path: Path) -> None:
    """Neither where the link comes first nor where one name is a link and a folder."""
    outside = tmp_path / "outside"
    outside.mkdir()
    blob = hash_of_blob(repository, b"x")
    link = hash_of_blob(repository, str(outside).encode())
    folder = literal_tree(repository, ("100644", b"file.md", blob))
    twice = literal_tree(repository, ("120000", b"a", link), ("40000", b"a", folder))
    records = literal_tree(repository, ("40000", b"oit_items", twice))
    (tmp_path / "target").mkdir()
    with pytest.raises(HistoryError):
        History(repository).export(records, tmp_path / "target")
    assert tree(outside) == {}


@pytest.mark.parametrize("leads_to", [b"", b"\0", b"x" * 10_000])
def test_a_link_that_no_system_can_write_is_refused(
    leads_to: bytes, repository: Path, tmp_path: Path
) -> None:
    """With its name, and no traceback."""
    link = hash_of_blob(repository, leads_to)
    records = literal_tree(repository, ("120000", b"mkdocs.yml", link))
    with pytest.raises(HistoryError, match=r"mkdocs\.yml"):
        History(repository).export(records, tmp_path)


def test_a_submodule_is_an_empty_folder(repository: Path, tmp_path: Path) -> None:
    """As in a checkout; nothing is fetched."""
    commit = git(repository, "rev-parse", "HEAD").strip()
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commit},oit_items/sub")
    git(repository, "commit", "--quiet", "--message", "a submodule")
    assert exported(repository, tmp_path / "target") == {RECORD: CONTENT}
    assert list((tmp_path / "target/oit_items/sub").iterdir()) == []


@pytest.mark.parametrize("limits", [TreeLimits(files=1), TreeLimits(megabytes=1)])
def test_a_version_beyond_all_measure_is_refused(
    limits: TreeLimits, repository: Path, tmp_path: Path
) -> None:
    """By the number of its files, and by their size all together."""
    half = b"x" * 600_000
    entries = [
        Entry("100644", hash_of_blob(repository, half + name), name.decode())
        for name in (b"a", b"b")
    ]
    with objects(repository) as read, pytest.raises(UnwritableTreeError, match="แบ่งส่งหลายครั้ง"):
        write_tree(read, entries, tmp_path, limits)


def test_an_object_that_is_not_there_is_told(repository: Path, tmp_path: Path) -> None:
    """As in half a clone; it is not taken for an empty file."""
    with objects(repository) as read, pytest.raises(UnwritableTreeError, match="git fetch origin"):
        write_tree(read, [Entry("100644", "0" * 40, "a.md")], tmp_path)


def test_a_listing_is_read_whatever_a_name_holds() -> None:
    """Mode, object and path, up to the NUL that ends each."""
    digest = hashlib.sha1(b"x", usedforsecurity=False).hexdigest()
    listing = f"100644 blob {digest}\ta\tb\n\x00120000 blob {digest}\tลิงก์\0".encode()
    assert entries_in(listing) == (
        Entry("100644", digest, "a\tb\n"),
        Entry("120000", digest, "ลิงก์"),
    )
