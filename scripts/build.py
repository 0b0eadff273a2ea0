"""Build the site into `site/`. Whatever goes wrong, the last good site stays as it was."""

import shutil
import subprocess
import sys

from environment import COULD_NOT_RUN, ROOT, start, variables
from swap import recover, swap

SITE = ROOT / "site"


def main() -> int:
    """Build beside the site, then swap. Gives MkDocs' exit status."""
    python = start(with_tests=False)
    new = recover(SITE)
    try:
        command = [python, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(new)]
        status = subprocess.run(command, cwd=ROOT, env=variables(), check=False).returncode
        if status == 0:
            swap(new, SITE)
            print(f"สร้างเว็บไซต์แล้วที่ {SITE.name}/ เปิดดูได้จาก {SITE.name}/index.html (built)")
        return status
    except KeyboardInterrupt:
        print("ยกเลิกการสร้างเว็บไซต์ เว็บไซต์ฉบับล่าสุดยังอยู่ครบถ้วน (interrupted)", file=sys.stderr)
        return 130
    except OSError as error:
        print(
            f"วางเว็บไซต์ใหม่แทนที่เดิมไม่สำเร็จ ฉบับล่าสุดยังอยู่ครบถ้วน: {error.strerror}\n"
            f"[EN] Could not put the new site in place; the last good one is untouched.",
            file=sys.stderr,
        )
        return COULD_NOT_RUN
    finally:
        shutil.rmtree(new, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
