"""What stands in the folder of a preview is not written again, and goes with its file."""

import os
from collections.abc import Callable
from pathlib import Path

from oit.system.preview import PreviewFolder, content_of_copy


def writing(path: Path, text: str, calls: list[str]) -> Callable[[], None]:
    def write() -> None:
        calls.append(text)
        path.write_text(text, "utf-8")

    return write


def test_what_stands_there_is_not_written_again(tmp_path: Path) -> None:
    """Other content is, and so is a file whose writing failed before."""
    preview, path, calls = PreviewFolder(), tmp_path / "a.html", list[str]()
    for text in ("1", "1", "2", "1"):
        preview.put(str(path), text, writing(path, text, calls))
    assert calls == ["1", "2", "1"]
    assert path.read_text("utf-8") == "1"


def test_what_is_no_file_of_the_site_any_more_is_removed(tmp_path: Path) -> None:
    """In any folder; when it comes back with the same content, it is written again."""
    preview, path, calls = PreviewFolder(), tmp_path / "deep/a.html", list[str]()
    path.parent.mkdir()
    (tmp_path / "other.html").write_text("stays", "utf-8")
    preview.put(str(path), "1", writing(path, "1", calls))
    preview.keep_only(str(tmp_path), {"other.html"})
    assert [found.name for found in tmp_path.rglob("*.html")] == ["other.html"]
    preview.put(str(path), "1", writing(path, "1", calls))
    assert path.read_text("utf-8") == "1"


def test_a_copied_file_is_another_when_its_source_was_saved(tmp_path: Path) -> None:
    """By its size and time, as it is not read."""
    source = tmp_path / "summary.csv"
    source.write_text("1", "utf-8")
    before = content_of_copy(str(source))
    assert content_of_copy(str(source)) == before
    os.utime(source, ns=(1, 1))
    assert content_of_copy(str(source)) != before
