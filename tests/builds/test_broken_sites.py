"""Every command that reads a site, on sites that are broken: a sentence and a status."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from fuzz.commands import commands_about
from helpers.commands import run
from helpers.edits import DIVISIONS, LEDGER, MANDATE, O1, ROUND, SUMMARY, WITHDRAWN, directory
from helpers.support import Edit, copy_site, delete, replace, tree, write

COMMANDS = commands_about("O1")
BROKEN_SITES: Mapping[str, Edit] = {
    "an entry that names the record": replace(O1, SUMMARY, "file: record.md"),
    "an entry that is a list": replace(O1, "  - kind: url\n", "  - [a]\n  - kind: url\n"),
    "a record that is a folder": directory(O1),
    "a record with a broken byte": write(O1, b"---\nitem: O1\xff\n---\n"),
    "settings that are a word": write("mkdocs.yml", "extra:\n  oit: production\n"),
    "settings that are a list": write("mkdocs.yml", "- a\n"),
    "settings with a fault": write("mkdocs.yml", "extra: [\n"),
    "no settings": delete("mkdocs.yml"),
    "a round that is a list": write(ROUND, "- a\n"),
    "a mandate without items": write(MANDATE, "items:\n"),
    "divisions that are null": write(DIVISIONS, "divisions:\n"),
    "a ledger that is no JSON": write(LEDGER, "{"),
    "withdrawals that are a number": write(WITHDRAWN, "withdrawals: 3\n"),
}


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("ledger",), LEDGER),
        (COMMANDS[-1], LEDGER),
        (COMMANDS[-1], WITHDRAWN),
    ],
)
def test_a_file_that_cannot_be_read_is_never_written_over(
    command: tuple[str, ...], file: str, tmp_path: Path
) -> None:
    """What stands in it would be lost: the ledger's entries, earlier withdrawals."""
    site = copy_site("current", tmp_path)
    write(file, "{files: [")(site)
    before = tree(site)
    ended = run("oit", *command, cwd=site, OIT_AS_OF="2025-04-30")
    assert (ended.returncode, tree(site)) == (2, before)
    assert file in ended.stderr


@pytest.mark.parametrize("done", BROKEN_SITES)
def test_a_command_on_a_broken_site_says_so_and_breaks_nothing_more(
    done: str, tmp_path: Path
) -> None:
    """No exception, a status of the three that there are, and what fails changes nothing."""
    for command in COMMANDS:
        site = copy_site("current", tmp_path / command[0] / "-".join(command[1:2]))
        BROKEN_SITES[done](site)
        before = tree(site)
        ended = run("oit", *command, cwd=site, OIT_AS_OF="2025-04-30")
        assert ended.returncode in (0, 1, 2), command
        assert ended.stdout + ended.stderr, command
        if ended.returncode:
            assert tree(site) == before, command
