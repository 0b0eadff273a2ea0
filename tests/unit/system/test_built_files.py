"""The files of a built site."""

from pathlib import Path

from oit.system.built_files import built_files, rewrite


def test_every_file_is_read_and_of_a_link_where_it_leads(tmp_path: Path) -> None:
    """What a link leads to is no part of the site."""
    (tmp_path / "2568").mkdir()
    (tmp_path / "2568/a.csv").write_bytes(b"a,b")
    (tmp_path / "link").symlink_to("2568/a.csv")
    assert dict(built_files(tmp_path)) == {"2568/a.csv": b"a,b", "link": b"2568/a.csv"}


def test_a_file_is_rewritten_where_it_was_built(tmp_path: Path) -> None:
    """And is not made where it was not: a site may have no search."""
    built, absent = tmp_path / "built.json", tmp_path / "absent.json"
    built.write_bytes(b"a")
    for path in (built, absent):
        rewrite(path, bytes.upper)
    assert built.read_bytes() == b"A"
    assert not absent.exists()


def test_files_come_in_the_order_of_their_folders(tmp_path: Path) -> None:
    """An archive is the same wherever it is packed; a folder that is a link is not gone into."""
    for name in ("b/c.txt", "b.txt", "a/d/e.txt", "a/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    (tmp_path / "c").symlink_to("b")
    names = [path for path, _ in built_files(tmp_path)]
    assert names == ["a/d/e.txt", "a/d.txt", "b/c.txt", "b.txt", "c"]
