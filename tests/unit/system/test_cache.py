"""A cache answers right or not at all."""

import shutil
import tracemalloc
from pathlib import Path

import pytest

import oit.system.cache as cache_module
from helpers.caches import cache_in
from oit.memory import content_of
from oit.system.cache import (
    NO_CACHE,
    CacheFolder,
    CacheMemory,
    CachePassed,
    cache_for_publishing,
    open_cache,
)


@pytest.mark.parametrize("cut", [0, 1, 31, 32, 40])
def test_an_entry_that_was_cut_is_absent(cut: int, tmp_path: Path) -> None:
    """Wherever it ends."""
    cache = cache_in(tmp_path)
    cache.write("a/b", b"some bytes")
    entry = tmp_path / "a/b"
    entry.write_bytes(entry.read_bytes()[:cut])
    assert cache.read("a/b") is None


def test_an_entry_of_another_key_or_name_is_absent(tmp_path: Path) -> None:
    """What came from another machine, or was put in the place of another entry."""
    cache = cache_in(tmp_path)
    cache.write("a", b"1")
    assert cache.read("a") == b"1"
    assert CacheFolder(tmp_path, b"other" * 6).read("a") is None
    shutil.copy(tmp_path / "a", tmp_path / "b")
    assert cache.read("b") is None


def test_an_entry_stands_in_memory_once(tmp_path: Path) -> None:
    """Some have all tables of a site."""
    cache = cache_in(tmp_path)
    cache.write("a", bytes(4_000_000))
    tracemalloc.start()
    try:
        entry = cache.read("a")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (entry, peak < 6_000_000) == (bytes(4_000_000), True)


def test_what_cannot_be_kept_is_left_out(tmp_path: Path) -> None:
    """A cache that is a file, or full, hinders nobody."""
    (tmp_path / "cache").write_text("")
    cache = cache_in(tmp_path / "cache")
    cache.write("a", b"1")
    assert cache.read("a") is None
    assert CacheMemory(cache).recall("kind", b"", lambda: b"made") == b"made"


def test_the_same_content_is_made_once(tmp_path: Path) -> None:
    """And other content, or another kind, by itself."""
    made: list[bytes] = []
    memory = CacheMemory(cache_in(tmp_path))

    def make() -> bytes:
        made.append(b"x")
        return b"answer"

    for kind, content in [("a", b"1"), ("a", b"1"), ("a", b"2"), ("b", b"1")]:
        assert memory.recall(kind, content, make) == b"answer"
    assert len(made) == 3


def test_parts_that_differ_are_other_content() -> None:
    """Even where they would read alike side by side."""
    contents = [content_of("ab", "c"), content_of("a", "bc"), content_of(["ab"], "c")]
    assert len(set(contents)) == len(contents)


def test_a_run_of_ci_that_publishes_knows_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere the cache is that of the machine, with one key however often it is opened."""
    monkeypatch.setenv("OIT_CACHE", str(tmp_path))
    monkeypatch.setattr("oit.system.cache.user_data_path", lambda _: tmp_path / "data")
    assert cache_for_publishing({"CI": "true"}) is NO_CACHE
    assert cache_for_publishing({}) == open_cache() == open_cache()


def test_without_a_place_for_the_key_there_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine where nothing may be written builds as well."""
    (tmp_path / "data").write_text("")
    monkeypatch.setattr("oit.system.cache.user_data_path", lambda _: tmp_path / "data")
    assert open_cache() is NO_CACHE


def test_what_has_passed_is_known_to_the_next_run(tmp_path: Path) -> None:
    """With what other runs have kept; a damaged entry knows nothing, and is written again."""
    passed = CachePassed(cache_in(tmp_path), "look")
    assert passed.read() == frozenset()
    passed.keep({"a"})
    passed.keep({"b", "a"})
    assert CachePassed(cache_in(tmp_path), "look").read() == {"a", "b"}
    assert CachePassed(cache_in(tmp_path), "other").read() == frozenset()
    [entry] = (tmp_path / "look").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"a", b"c"))
    assert passed.read() == frozenset()
    passed.keep({"a"})
    assert passed.read() == {"a"}


def test_what_has_passed_long_ago_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry does not grow with the years; the newest are kept."""
    monkeypatch.setattr(cache_module, "_MOST_PASSED", 2)
    passed = CachePassed(cache_in(tmp_path), "look")
    for name in "abc":
        passed.keep({name})
    assert passed.read() == {"b", "c"}
