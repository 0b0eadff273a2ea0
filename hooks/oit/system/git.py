"""What Git knows: where a change starts, which files it touches, and how the main branch grew."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

_MAIN = ("origin/HEAD", "origin/main", "main")
"""Where the main branch is looked for when nobody names a base."""
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
    "อ่านประวัติของข้อมูลไม่ได้ โปรดใช้คำสั่งนี้ในโฟลเดอร์ที่ได้จาก git clone หากเป็นโฟลเดอร์ใหม่ "
    'โปรดใช้คำสั่ง git init แล้ว git add -A และ git commit -m "เริ่มต้น" ก่อน\n'
    "[EN] The history could not be read; run this in a clone. Git says: {why}"
)
_NO_GIT = (
    "ไม่พบโปรแกรม git ซึ่งใช้เทียบกับฉบับก่อนแก้ไข โปรดติดตั้ง git\n"
    "[EN] The program git is needed to compare with the version before; install it."
)


class HistoryError(Exception):
    """The history allows no comparison; the text says why and what to do, in Thai and English."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of the repository that holds a site, at its root or in a folder of it."""

    root: Path
    """The site's folder; all paths are relative to it."""

    def start_of_change(self, base: str | None) -> str:
        """The merge base of `HEAD` and `base`, else of the main branch. Raises `HistoryError`."""
        self._require_whole()
        candidates = (base,) if base else _MAIN
        commit = next(filter(None, map(self._commit, candidates)), None)
        if commit is None:
            raise HistoryError(_NO_BASE.format(base=" / ".join(candidates)))
        done = self._run("merge-base", commit, "HEAD")
        if done.returncode:
            raise HistoryError(_NO_MERGE_BASE.format(base=base or commit))
        return done.stdout.strip()

    def recorded_up_to(self, base: str | None) -> str:
        """The commit up to which the main branch holds what is checked out.

        `HEAD` itself where no main branch is known: an office without a remote commits to it.
        Raises `HistoryError`.
        """
        main = base or next(filter(None, map(self._commit, _MAIN)), None)
        if main:
            return self.start_of_change(main)
        self._require_whole()
        return self.head()

    def main_line(self, commit: str) -> str:
        """What each commit of the first-parent line changed, oldest first. Raises `HistoryError`.

        Fields that end with a NUL. Per commit: SOH and the seconds of the committer's date; for
        each change the modes, blobs and state in Git's raw format, and the path from the top.
        """
        # Whatever is configured on this machine: the first commit shows its files too.
        configured = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")
        line = ("--first-parent", "--diff-merges=first-parent", "--reverse", "--no-relative")
        layout = ("--raw", "--no-abbrev", "--no-renames", "-z", "--format=%x01%ct")
        # No replacement of objects that exists on this machine alone.
        return self._git(*configured, "log", *line, *layout, commit, GIT_NO_REPLACE_OBJECTS="1")

    def prefix(self) -> str:
        """The site's folder in its repository, `site/`; empty at its top. Raises `HistoryError`."""
        return self._git("rev-parse", "--show-prefix")

    def _require_whole(self) -> None:
        if self._git("rev-parse", "--is-shallow-repository") == "true":
            raise HistoryError(_SHALLOW)

    def _commit(self, name: str) -> str | None:
        """The commit that a branch, tag or hash names; `None` where nothing is called that."""
        # A name that begins with a hyphen must not be taken for an option: --end-of-options.
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        done = self._run(*arguments)
        return None if done.returncode else done.stdout.strip()

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths whose files in the work tree differ from a commit, untracked ones included.

        A renamed file is two paths: the old one and the new one.
        """
        tracked = self._git("diff", "--name-only", "--no-renames", "--relative", "-z", commit)
        untracked = self._git("ls-files", "--others", "--exclude-standard", "-z")
        return frozenset(filter(None, f"{tracked}\0{untracked}".split("\0")))

    def head(self) -> str:
        """The full hash of the commit that is checked out. Raises `HistoryError`."""
        return self._git("rev-parse", "--verify", "HEAD")

    def uncommitted(self) -> list[str]:
        """Paths that differ from the last commit, with untracked ones. Raises `HistoryError`."""
        status = self._git("status", "--porcelain", "--no-renames", "-z", "--", ".")
        return [entry[3:] for entry in status.split("\0") if entry]

    def ignored(self, *folders: str) -> list[str]:
        """Paths of files in folders that Git is told to leave out. Raises `HistoryError`."""
        options = ("--others", "--ignored", "--exclude-standard", "-z")
        listed = self._git("ls-files", *options, "--", *folders)
        return [name for name in listed.split("\0") if name]

    def tracked(self) -> list[str]:
        """Paths of all files that Git tracks below the site's folder. Raises `HistoryError`."""
        return [name for name in self._git("ls-files", "-z").split("\0") if name]

    def export(self, commit: str, target: Path) -> Path:
        """Write the records and settings of a commit below a folder; returns the site's folder."""
        # Through an index of its own, so that what is staged in the real one stays as it is.
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._git("read-tree", commit, **index)
            return self._export_index(target, **index)

    def _export_index(self, target: Path, **index: str) -> Path:
        names = self._git("ls-files", "-z", "--", "oit_items", "mkdocs.yml", **index)
        prefix = f"--prefix={target.as_posix()}/"
        self._git("checkout-index", prefix, "-z", "--stdin", stdin=names, **index)
        return target / self._git("rev-parse", "--show-prefix")

    def _git(self, *arguments: str, stdin: str = "", **variables: str) -> str:
        """What a command writes to standard output. Raises `HistoryError` where it fails."""
        done = self._run(*arguments, stdin=stdin, **variables)
        if done.returncode:
            raise HistoryError(_FAILED.format(why=done.stderr.strip()))
        return done.stdout.strip("\n")

    def _run(
        self, *arguments: str, stdin: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        # Messages in English, no lock that an editor's Git could meet, and paths taken literally:
        # a file may be called `*.csv`.
        environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", **variables}
        command = ["git", "-C", str(self.root), "--literal-pathspecs", *arguments]
        try:
            return subprocess.run(
                command,
                env=environment,
                input=stdin,
                capture_output=True,
                encoding="utf-8",
                errors="surrogateescape",  # a file's name may be no UTF-8
                check=False,
            )
        except FileNotFoundError:
            raise HistoryError(_NO_GIT) from None


class StagedHistory(History):
    """The history as of what is staged in the index; the work tree does not count."""

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths whose staged files differ from a commit."""
        options = ("--cached", "--name-only", "--no-renames", "--relative", "-z")
        return frozenset(filter(None, self._git("diff", *options, commit).split("\0")))

    def export_staged(self, target: Path) -> Path:
        """Write the staged records and settings below a folder; returns the site's folder."""
        return self._export_index(target)
