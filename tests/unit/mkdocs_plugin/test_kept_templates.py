"""Templates are compiled once for many builds, and a build leaves the search for garbage."""

import gc
from contextlib import ExitStack
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from helpers.caches import cache_in
from oit.mkdocs_plugin.run import COMMAND, begin, leave_to_the_end
from oit.mkdocs_plugin.templates import CompiledTemplates
from oit.system.cache import Cache


def _environment(compiled: CompiledTemplates, text: str = "{{ 6 * 7 }}") -> Environment:
    return Environment(
        loader=DictLoader({"page.html": text}), bytecode_cache=compiled, autoescape=True
    )


def _built(cache: Cache, text: str = "{{ 6 * 7 }}") -> str:
    """A page of a build by itself, which reads and keeps what is compiled."""
    compiled = CompiledTemplates()
    compiled.read(cache)
    page = _environment(compiled, text).get_template("page.html").render()
    compiled.keep(cache)
    return page


def test_the_next_build_compiles_nothing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one has compiled the next loads, and makes the same page of it."""
    cache = cache_in(tmp_path)
    assert _built(cache) == "42"
    monkeypatch.delattr(Environment, "_generate")
    assert _built(cache) == "42"


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    """A template is known by its text, whatever its name and its time."""
    cache = cache_in(tmp_path)
    assert [_built(cache), _built(cache, "{{ 6 + 7 }}"), _built(cache)] == ["42", "13", "42"]


def test_what_others_wrote_is_never_loaded(tmp_path: Path) -> None:
    """Compiled templates are programs: without this machine's seal they count as absent."""
    cache = cache_in(tmp_path)
    _built(cache)
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert _built(cache) == "42"


def test_a_build_collects_no_garbage_until_it_ends() -> None:
    """`serve`, which goes on for hours, collects as any program."""
    with ExitStack() as until_the_end:
        begin("serve", until_the_end)
        assert gc.isenabled()
        begin("build", until_the_end)
        assert not gc.isenabled()
    assert gc.isenabled()
    assert COMMAND.get() == "build"


def test_a_process_that_ends_searches_nothing_of_a_build_for_garbage() -> None:
    """To go through all objects twice more takes a twentieth of a small build."""
    made = [[number] for number in range(100_000)]
    try:
        leave_to_the_end()
        assert gc.get_freeze_count() >= len(made)
    finally:
        gc.unfreeze()
