"""What Git knows: the version a change starts from, what it touched, and when files came in."""

import os
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from oit.system.environment import BANGKOK

_MAIN = ("origin/HEAD", "origin/main", "main")
"""Where the main branch is looked for when nobody names a base."""


class HistoryError(Exception):
    """The history does not allow a comparison; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of the repository that a site lies in, be it in a folder of it."""

    root: Path
    """The site's folder; all paths are relative to it."""

    def start_of_change(self, base: str | None) -> str:
        """The commit at which the work tree parted from `base`. Raises `HistoryError`."""
        if self._git("rev-parse", "--is-shallow-repository") == "true":
            raise HistoryError(_SHALLOW)
        candidates = (base,) if base else _MAIN
        named = next(filter(None, map(self._commit, candidates)), None)
        if named is None:
            raise HistoryError(_NO_BASE.format(base=" / ".join(candidates)))
        found = self._run("merge-base", named, "HEAD")
        if found.returncode:
            raise HistoryError(_NO_MERGE_BASE.format(base=base or named))
        return found.stdout.strip()

    def _commit(self, name: str) -> str | None:
        """The commit that a branch, tag or hash names; `None` where nothing is called that."""
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        found = self._run(*arguments)
        return None if found.returncode else found.stdout.strip()

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths that differ from a commit in the work tree, new files included.

        A renamed file is two paths: the one that went and the one that came.
        """
        compared = self._git("diff", "--name-only", "--no-renames", "--relative", "-z", commit)
        untracked = self._git("ls-files", "--others", "--exclude-standard", "-z")
        return frozenset(filter(None, f"{compared}\0{untracked}".split("\0")))

    def export(self, commit: str, target: Path) -> Path:
        """Write the records and settings of a commit below a folder; gives the site's folder."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._git("read-tree", commit, **index)
            return self._export_index(target, **index)

    def _export_index(self, target: Path, **index: str) -> Path:
        names = self._git("ls-files", "-z", "--", "oit_items", "mkdocs.yml", **index)
        to = f"--prefix={target.as_posix()}/"
        self._git("checkout-index", to, "-z", "--stdin", given=names, **index)
        return target / self._git("rev-parse", "--show-prefix")

    def first_added(self, paths: Iterable[str], today: date) -> dict[str, date]:
        """The day, in Bangkok, on which each file first came in; today for one not yet kept."""
        listed = sorted(paths)
        days = dict.fromkeys(listed, today)
        shape = ("--format=%x01%cI", "--name-only", "--relative", "-z")
        # By standard input: a command line has no room for many names.
        names = "\n".join(["--", *listed])
        told = self._git("log", "--diff-filter=A", "--no-renames", *shape, "--stdin", given=names)
        for entry in told.split("\x01")[1:] if listed else ():
            when, _, added = entry.partition("\0")
            day = datetime.fromisoformat(when.strip()).astimezone(BANGKOK).date()
            for name in filter(None, added.strip("\n\0").split("\0")):
                days[name] = min(days.get(name, day), day)
        return days

    def _git(self, *arguments: str, given: str = "", **variables: str) -> str:
        done = self._run(*arguments, given=given, **variables)
        if done.returncode:
            raise HistoryError(_FAILED.format(why=done.stderr.strip()))
        return done.stdout.strip("\n")

    def _run(
        self, *arguments: str, given: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", **variables}
        command = ["git", "-C", str(self.root), "--literal-pathspecs", *arguments]
        try:
            return subprocess.run(
                command,
                env=environment,
                input=given,
                capture_output=True,
                encoding="utf-8",
                errors="surrogateescape",
                check=False,
            )
        except FileNotFoundError:
            raise HistoryError(_NO_GIT) from None


class StagedHistory(History):
    """The same of what is staged in the index, for which the work tree does not count."""

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths that differ from a commit in the index."""
        shape = ("--cached", "--name-only", "--no-renames", "--relative", "-z")
        return frozenset(filter(None, self._git("diff", *shape, commit).split("\0")))

    def export_staged(self, target: Path) -> Path:
        """Write the staged records and settings below a folder; gives the site's folder."""
        return self._export_index(target)


_SHALLOW = (
    "ประวัติของข้อมูลมีไม่ครบ จึงเทียบกับฉบับก่อนแก้ไขไม่ได้ โปรดเรียก git fetch --unshallow "
    "(ใน CI ให้ตั้ง fetch-depth: 0) แล้วตรวจอีกครั้ง\n"
    "[EN] This is a shallow clone; run `git fetch --unshallow` (in CI: fetch-depth: 0)."
)
_NO_MERGE_BASE = (
    "ไม่พบจุดเริ่มต้นร่วมกับ “{base}” โปรดเรียก git fetch origin แล้วนำฉบับล่าสุดเข้ามารวมก่อนตรวจอีกครั้ง\n"
    "[EN] There is no common ancestor with {base}; fetch it and bring this branch up to date."
)
_NO_BASE = (
    "ไม่พบฉบับที่ใช้เทียบ “{base}” โปรดเรียก git fetch origin หรือระบุในตัวแปร OIT_BASE "
    "เช่น OIT_BASE=origin/main\n"
    "[EN] The base {base} is not known here; fetch it, or name another in OIT_BASE."
)
_FAILED = (
    "อ่านประวัติของข้อมูลไม่ได้ โปรดเรียกคำสั่งนี้ในโฟลเดอร์ที่ได้จาก git clone\n"
    "[EN] The history could not be read; run this in a clone. Git says: {why}"
)
_NO_GIT = (
    "ไม่พบโปรแกรม git ซึ่งใช้เทียบกับฉบับก่อนแก้ไข โปรดติดตั้ง git\n"
    "[EN] The program git is needed to compare with the version before; install it."
)
