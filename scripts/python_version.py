"""Imported first by every script: whoever has too old a Python is told so, not shown a traceback.

It and the scripts that people start keep to the syntax of Python 3.6, or it could not speak.
"""

import sys

MINIMUM = (3, 11)

if sys.version_info < MINIMUM:
    this = sys.version.split()[0]
    sys.stderr.write(
        f"ต้องใช้ Python 3.11 ขึ้นไป เครื่องนี้เป็นรุ่น {this} "
        "โปรดติดตั้งรุ่นใหม่แล้วเรียกคำสั่งเดิมอีกครั้ง\n"
        f"[EN] Python 3.11 or newer is needed; this one is {this}.\n"
    )
    sys.exit(2)
