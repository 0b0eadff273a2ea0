"""What is still to be done after something was taken off the site, in Thai and English."""

from collections.abc import Sequence

_STEPS = """ขั้นต่อไป (อ่านทั้งหมดในหน้า guide/withdraw/ ของเว็บไซต์)
  1. ส่งเข้าระบบ ขออนุมัติ และเผยแพร่ทันที แล้วเปิดที่อยู่เดิมเพื่อตรวจว่าไม่พบแล้ว
  2. ข้อมูลยังอยู่ในที่อื่น โปรดแจ้งเจ้าหน้าที่คอมพิวเตอร์ให้ลบจากประวัติ (Git) ทุกสำเนาและฉบับรอตรวจ
     สำเนาที่แยกไป (fork) และไฟล์จากการสร้างเว็บไซต์ (artifact) ในระบบเก็บข้อมูล แคชของเครื่องแม่ข่าย
     เว็บไซต์คลังข้อมูล เครื่องมือค้นหา และผู้รับข่าว (feed)
  3. หากเป็นข้อมูลส่วนบุคคล โปรดแจ้งเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลของหน่วยงานทันที
     สำนักงานต้องแจ้งเหตุภายใน 72 ชั่วโมง หากเหตุนั้นมีความเสี่ยงต่อสิทธิและเสรีภาพของบุคคล
[EN] Next: send it in and publish at once, and see that the old address is empty. It still exists
in history (every clone, open request and fork), in build artifacts, server caches, web archives,
search engines and feeds. For personal data, tell the data protection officer at once: the office
has 72 hours to report it, unless it is unlikely to put anybody's rights and freedoms at risk."""
_HISTORY = """คำสั่งลบจากประวัติ (เจ้าหน้าที่คอมพิวเตอร์ใช้ในสำเนาใหม่จาก git clone --mirror เท่านั้น
หลังจากเผยแพร่ฉบับที่ถอนแล้ว)
[EN] Commands that purge it from history, in a fresh mirror clone only, after publishing:
{commands}"""
_SAME = """พบไฟล์ที่มีเนื้อหาเดียวกันในที่อื่น ระบบจะไม่เผยแพร่จนกว่าจะถอนด้วย
[EN] The same bytes stand elsewhere; nothing is published before they are withdrawn too:
{places}"""


def steps_after(removed: Sequence[str], same: Sequence[str]) -> str:
    """The next steps, with the commands for removed files and other places of the same bytes."""
    parts = [_STEPS]
    if removed:
        parts.append(_HISTORY.format(commands=_listed(history_commands(removed))))
    if same:
        parts.append(_SAME.format(places=_listed(same)))
    return "\n\n".join(parts)


def history_commands(removed: Sequence[str]) -> list[str]:
    """The commands that purge files from the history of a repository."""
    paths = " ".join(f"--path {name}" for name in removed)
    return [f"git filter-repo --invert-paths {paths}", "git push --force --mirror"]


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
