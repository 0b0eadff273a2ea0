"""What only the built site shows refuses it, and the last good site stays."""

import hashlib
from pathlib import Path

import pytest

from helpers.commands import run, run_process
from helpers.edits import file
from helpers.made_files import VALID_ID
from helpers.support import Edit, copy_site, replace, told_at, tree, write

PAGE = "docs/map.md"


def hook(event: str) -> Edit:
    """A second hook, which the office's settings name: a plugin of somebody else."""

    def edit(site: Path) -> None:
        write("other.py", f"from pathlib import Path\n\n\n{event}")(site)
        replace("mkdocs.yml", "hooks:\n", "hooks:\n  - other.py\n")(site)

    return edit


COUNTER = "def on_post_page(output, **_):\n    return output + '<script>count()</script>'\n"
STRAY = "def on_post_build(config):\n    (Path(config.site_dir) / 'stray.txt').write_text('x')\n"
SHORT = "def on_post_build(config):\n    (Path(config.site_dir) / 'robots.txt').unlink()\n"
OTHER = "def on_post_build(config):\n    (Path(config.site_dir) / 'robots.txt').write_text('x')\n"


@pytest.mark.parametrize(
    ("edit", "rule", "place"),
    [
        (write(PAGE, "# แผนที่ {: onclick='x' }\n\nข้อความ\n"), "docs-active", PAGE),
        (hook(COUNTER), "site-active", "index.html"),
        (hook(STRAY), "site-unexpected", "stray.txt"),
        (hook(SHORT), "site-incomplete", "robots.txt"),
        (hook(OTHER), "site-incomplete", "robots.txt"),
    ],
)
def test_what_only_the_built_site_shows_is_refused_in_the_laxest_gate(
    edit: Edit, rule: str, place: str, tmp_path: Path
) -> None:
    """With the rule and the place that somebody can change."""
    site = copy_site("current", tmp_path)
    edit(site)
    done = run("mkdocs", "build", "-q", cwd=site, OIT_GATE="report")
    assert done.returncode == 1
    assert told_at(done.stdout + done.stderr, rule, place)


def test_the_last_good_site_stays(tmp_path: Path) -> None:
    """`oit build` puts nothing in its place that the last look refuses."""
    site = copy_site("current", tmp_path)
    write("site/index.html", "the last good site")(site)
    hook(STRAY)(site)
    before = tree(site / "site")
    done = run_process("oit", "build", cwd=site)
    assert done.returncode == 1
    assert "site-unexpected" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(site / "site") == before


def test_a_map_of_an_allowed_host_is_published_and_browsers_show_it(tmp_path: Path) -> None:
    """The policy that goes with every page names the host."""
    site = copy_site("current", tmp_path)
    write(PAGE, '# แผนที่\n\n<iframe src="https://maps.example.org/a" title="แผนที่"></iframe>\n')(site)
    assert "docs-active" in run("oit", "check", cwd=site).stdout
    replace("mkdocs.yml", "    tasks:", "    allowed_hosts: [maps.example.org]\n    tasks:")(site)
    assert run("mkdocs", "build", "-q", "--strict", cwd=site).returncode == 0
    page = (site / "site/map/index.html").read_text("utf-8")
    assert "frame-src 'self' https://maps.example.org;" in page


def test_a_contract_number_in_a_table_does_not_refuse_a_build(tmp_path: Path) -> None:
    """Though its check digit fits by chance, and the pages have no heading beside it."""
    rows = "".join(f"{number},3\n" for number in (VALID_ID, "1101700230709", "6801012345672"))
    site = copy_site("current", tmp_path)
    file("contracts.csv", f"เลขที่สัญญา,จำนวน\n{rows}".encode("utf-8-sig"))(site)
    done = run("mkdocs", "build", "-q", "--strict", cwd=site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert VALID_ID in (site / "site/2568/o1/contracts.csv").read_text("utf-8")


def test_a_reviewed_number_in_a_table_does_not_refuse_a_build(tmp_path: Path) -> None:
    """A code of goods that only looks like a person's number stands in the open copy too."""
    data = f"รหัส,จำนวน\n{VALID_ID},3\n".encode("utf-8-sig")
    site = copy_site("current", tmp_path)
    file("codes.csv", data)(site)
    write(
        "oit_items/exceptions.yml",
        f"exceptions:\n  - sha256: {hashlib.sha256(data).hexdigest()}\n    rule: personal-id\n"
        "    reason: รหัสสินค้า มิใช่เลขประจำตัวประชาชน\n    approved_by: หัวหน้าฝ่ายปกครอง\n",
    )(site)
    done = run("mkdocs", "build", "-q", "--strict", cwd=site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert VALID_ID in (site / "site/2568/o1/codes.csv").read_text("utf-8")
