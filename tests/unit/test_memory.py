"""A memory of recent runs gives what was made before, for as long as it is asked for."""

from collections.abc import Iterator, Sequence

import pytest

from oit.file_groups import KeptFiles, packed, recall_files, unpacked
from oit.memory import NO_MEMORY, Asked, InMemory, NoMemory, RecentMemory, content_of


class Counting:
    """A memory that makes everything, and counts."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []

    def recall(self, kind: str, content: bytes, make: object) -> bytes:  # noqa: ARG002
        self.asked.append(content)
        return kind.encode() + content

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        return (self.recall(each.kind, each.content, each.make) for each in asked)

    def put_aside(self, data: bytes) -> InMemory:
        return InMemory(data)


def test_it_gives_what_this_run_and_the_one_before_made() -> None:
    """The memory behind is asked once; another kind or another content is another answer."""
    behind = Counting()
    memory = RecentMemory().begin(behind)
    asked = [("a", b"1"), ("a", b"1"), ("b", b"1"), ("a", b"2")]
    answers = [memory.recall(kind, content, bytes) for kind, content in asked]
    assert answers == [b"a1", b"a1", b"b1", b"a2"]
    assert behind.asked == [b"1", b"1", b"2"]
    assert memory.begin(behind).recall("a", b"1", bytes) == b"a1"
    assert behind.asked == [b"1", b"1", b"2"]


def test_it_forgets_what_a_run_has_not_asked_for() -> None:
    """So that it grows no larger than the site, however often it is built."""
    behind = Counting()
    memory = RecentMemory().begin(behind)
    memory.recall("a", b"1", bytes)
    memory.begin(behind).begin(behind).recall("a", b"1", bytes)
    assert behind.asked == [b"1", b"1"]


def test_a_name_that_is_no_utf_8_is_content_too() -> None:
    """A file may be called anything; two such names are two contents."""
    assert content_of("a\udcff") != content_of("a\udcfe")


@pytest.mark.parametrize(
    "files", [{}, {"a/ก.csv": b"\xef\xbb\xbfa\n\n", "empty": b"", "b.png": bytes(range(256))}]
)
def test_files_come_back_as_they_were_made(files: dict[str, bytes]) -> None:
    """Whatever their bytes, with every path and in their order."""
    recalled = recall_files(NO_MEMORY, "files", b"", lambda: files)
    assert list(recalled.items()) == list(files.items())


class _Watched(NoMemory):
    """Tells what was put aside."""

    def __init__(self) -> None:
        self.aside: list[bytes] = []

    def put_aside(self, data: bytes) -> InMemory:
        self.aside.append(data)
        return InMemory(data)


def test_a_file_is_put_aside_before_the_next_is_made() -> None:
    """All together are large; of one path the later file counts."""
    memory = _Watched()

    def made() -> Iterator[tuple[str, bytes]]:
        for number in range(3):
            assert len(memory.aside) == number
            yield f"{number % 2}.csv", bytes([number])

    files = KeptFiles(memory)
    files.add(made())
    assert dict(files) == {"0.csv": b"\2", "1.csv": b"\1"}
    assert "2.csv" not in files


def test_kept_files_are_unpacked_one_after_the_other() -> None:
    """Whoever puts each aside has no two in memory."""
    files = [("a", b"1"), ("b", b"22")]
    recalled = unpacked(packed(iter(files)))
    assert next(recalled) == ("a", b"1")
    assert list(recalled) == [("b", b"22")]
