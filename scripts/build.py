"""Build the site into `site/`. Whatever goes wrong, the last good site stays as it was."""

import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import COULD_NOT_RUN, INTERRUPTED, ROOT, environment_for_building, run_module
from setup.swap import recover, swap

SITE = ROOT / "site"


def main() -> int:
    """Build beside the site, then swap. Gives MkDocs' exit status."""
    python = environment_for_building()
    try:
        return _build(python)
    except OSError as error:
        print(
            f"วางเว็บไซต์ใหม่แทนที่เดิมไม่สำเร็จ ฉบับล่าสุดยังอยู่ครบถ้วน: {error.strerror}\n"
            f"[EN] Could not put the new site in place; the last good one is untouched.",
            file=sys.stderr,
        )
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return _interrupted()
    finally:
        recover(SITE)


def _build(python: str) -> int:
    new = recover(SITE)
    options = ("--quiet", "--strict", "--site-dir", str(new))
    status = run_module(python, "mkdocs", "build", *options)
    if status == INTERRUPTED:
        return _interrupted()
    if status == 0:
        swap(new, SITE)
        print(f"สร้างเว็บไซต์แล้วที่ {SITE.name}/ เปิดดูได้จาก {SITE.name}/index.html (built)")
    return status


def _interrupted() -> int:
    print("ยกเลิกการสร้างเว็บไซต์ เว็บไซต์ยังอยู่ครบถ้วน (interrupted; the site is whole)", file=sys.stderr)
    return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
