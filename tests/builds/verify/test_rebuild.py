"""`oit verify --rebuild`: the repository shows what no sum and no index can."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from helpers.builds import built
from helpers.damage import copied, reseal
from helpers.damages import NEEDS_EARLIER
from helpers.repositories import committed, git
from helpers.support import copy_site
from oit.audit.rebuild.compare import engine_remarks
from oit.audit.rebuild.settings import NotRepeatedError, day_of_build, repeated_settings
from oit.commands.cli import main
from oit.contract.index import Generator, Index
from oit.system.engine import read_generator

DAY = "2025-04-30"
PAGE, FILE = "2568/o1/index.html", "2568/o1/summary-2025-03.csv"
SETTINGS = "site_name: x\ntheme:\n  name: material\n"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny office in a repository, built from its commit."""
    site = copy_site("current", tmp_path_factory.mktemp("rebuild"))
    (site / ".gitignore").write_text("/site/\n/.oit-work/\n", "utf-8")
    git(site, "init", "--quiet", "--initial-branch=main")
    committed(site, "records")
    built(site, OIT_AS_OF=DAY, OIT_COMMIT=git(site, "rev-parse", "HEAD").strip())
    return site


def verified(site: Path, repository: Path) -> Result:
    words = ["verify", str(site), "--rebuild", str(repository), "--format", "json"]
    return CliRunner().invoke(main, words, env={"OIT_AS_OF": DAY})


def found(site: Path, repository: Path) -> list[tuple[str, str]]:
    """What is found by building, in its order."""
    told: list[dict[str, Any]] = json.loads(verified(site, repository).stdout)["discrepancies"]
    return [(one["check"], one["path"]) for one in told if one["check"].startswith("rebuilt-")]


def test_what_agrees_with_itself_is_found_by_building(repository: Path, tmp_path: Path) -> None:
    """Each kind of damage that no document gives away, after all hashes agree again."""
    copy = copied(repository / "site", tmp_path / "site")
    for damage in NEEDS_EARLIER.values():
        damage(copy)
    reseal(copy)
    paths = {path for _, path in found(copy.root, repository)}
    assert paths >= {PAGE, "api/v1/datapackage.json"}


def test_what_was_changed_after_building_is_listed_pages_first(repository: Path) -> None:
    """The site as it was built passes, byte for byte; its hook and its work tree have no say."""
    site = repository / "site"
    (repository / "docs").mkdir(exist_ok=True)
    (repository / "docs/uncommitted.md").write_text("# x\n", "utf-8")
    assert json.loads(verified(site, repository).stdout)["discrepancies"] == []
    text = (site / PAGE).read_text("utf-8")
    (site / PAGE).write_text(text.replace("</p>", " </p>", 1), "utf-8")
    (site / FILE).write_bytes((site / FILE).read_bytes() + b"x")
    (site / "more.txt").write_text("x", "utf-8")
    (site / "robots.txt").unlink()
    assert found(site, repository) == [
        ("rebuilt-differs", PAGE),
        ("rebuilt-differs", FILE),
        ("rebuilt-extra", "more.txt"),
        ("rebuilt-absent", "robots.txt"),
    ]


def test_what_cannot_be_built_ends_with_status_2(repository: Path, tmp_path: Path) -> None:
    """No repository, another one, an index without a commit, settings that would run something."""
    site = repository / "site"
    assert verified(site, tmp_path / "absent").exit_code == 2
    assert verified(site, Path("ext::sh -c touch% x")).exit_code == 2
    git(tmp_path, "init", "--quiet")
    other = verified(site, tmp_path)
    assert (other.exit_code, "ที่เก็บข้อมูลไม่มีฉบับ" in other.stderr) == (2, True)


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        (f"{SETTINGS}plugins: [search, macros]\n", "plugins: macros"),
        (f"{SETTINGS}hooks: [hooks/mine.py]\n", "hooks"),
        (f"{SETTINGS}  custom_dir: theme\n", "theme.custom_dir"),
        (f"{SETTINGS}markdown_extensions: [docs.mine]\n", "markdown_extensions: docs.mine"),
        (f"{SETTINGS}extra_templates: [a.html]\n", "extra_templates"),
        (f"{SETTINGS}extra: !!python/object/apply:os.system [x]\n", "mkdocs.yml"),
        ("theme: other\n", "theme"),
        ("- a\n", "mkdocs.yml"),
    ],
)
def test_settings_that_would_run_something_are_not_repeated(settings: str, refused: str) -> None:
    """Hooks, plugins, themes, modules, templates, objects: each is named."""
    with pytest.raises(NotRepeatedError, match=refused):
        repeated_settings(settings)


def test_the_engine_takes_the_place_of_the_hook() -> None:
    """Everything else that only words the site stays as it is."""
    text = f"{SETTINGS}hooks: [hooks/publish.py]\nwatch: [hooks]\nextra: {{generator: false}}\n"
    repeated = repeated_settings(text)
    assert repeated["plugins"] == ["search", "oit"]
    assert repeated["extra"] == {"generator": False}
    assert "hooks" not in repeated


def test_another_engine_is_told_with_the_remedy() -> None:
    """Bytes may then differ although nobody changed them; so with a repository of the engine."""
    running = read_generator()
    older = Generator(name="oit", version="0.0.1")

    def told(named: Generator | None, *, is_own: bool = False) -> list[str]:
        return [one.check for one in engine_remarks(named, running, is_own=is_own)]

    assert told(running) == []
    assert told(older) == told(None) == ["rebuilt-other-engine"]
    assert told(running, is_own=True) == ["rebuilt-own-engine"]


def test_a_site_is_built_on_the_day_that_its_rounds_are_assessed(repository: Path) -> None:
    """Once all have closed, on any later day; without a round on none."""
    index = Index.model_validate_json((repository / "site/api/v1/index.json").read_bytes())
    (round_,) = index.rounds
    opened = round_.model_copy(update={"state": "open"})
    closed = round_.model_copy(update={"state": "closed"})
    assert day_of_build(index.model_copy(update={"rounds": [opened]})) == opened.as_of
    later = day_of_build(index.model_copy(update={"rounds": [closed]}))
    assert later is not None
    assert later > closed.closes
    assert day_of_build(index.model_copy(update={"rounds": []})) is None
