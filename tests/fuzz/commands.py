"""Commands on broken sites: they end in a sentence and a status, never in a traceback."""

from collections.abc import Iterator
from pathlib import Path

from fuzz.cases import Case
from helpers.commands import run
from helpers.support import tree

_REFUSED = (1, 2)


def command_fault(case: Case, number: int, site: Path) -> Iterator[str]:
    """What is wrong with one command on the site of a case, chosen by its number.

    What a command raises is raised here. One that fails leaves the tree as it was.
    """
    commands = commands_for(case)
    command = commands[number // 25 % len(commands)]
    before = tree(site)
    done = run("oit", *command, cwd=site, OIT_AS_OF=str(case.today.day))
    if done.returncode in _REFUSED and command[0] != "check" and tree(site) != before:
        yield f"oit {' '.join(command)} failed and changed the tree"
    if done.returncode not in (0, *_REFUSED) or "Traceback" in done.stderr:
        yield f"oit {' '.join(command)} ended with {done.returncode}: {done.stderr[-300:]}"


def commands_for(case: Case) -> tuple[tuple[str, ...], ...]:
    """Those about the item of a case."""
    return commands_about(f"O{int(case.base.documents[0].split('/O')[1][:2])}")


def commands_about(item: str) -> tuple[tuple[str, ...], ...]:
    """Each command that reads a site, about an item."""
    withdraw = ("withdraw", item, "1", "--why", "wrong", "--reason", "คลาดเคลื่อน")
    return (
        ("check",),
        ("due",),
        ("report", "--month", "2025-03"),
        ("remind",),
        ("explain", "stale"),
        ("new-round", "2569"),
        ("add", item, "mkdocs.yml"),
        ("none", item, "ไม่มี"),
        ("confirm", item, "--by", "หัวหน้าฝ่าย", "--note", "ตรวจแล้ว"),
        ("fmt",),
        ("fmt", "--check"),
        ("ledger",),
        ("go-live",),
        ("codeowners",),
        ("schemas",),
        ("freshness", "--dry-run"),
        ("upgrade",),
        (*withdraw, "--by", "ผู้อำนวยการเขต"),
    )
