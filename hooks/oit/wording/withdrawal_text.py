"""What is told of a withdrawal: its reason, once, and what is still to be done."""

from collections.abc import Sequence

from oit.model.withdrawals import Why, Withdrawal
from oit.wording.terms import WHY_TH

_MUST_VANISH = frozenset({Why.PERSONAL_DATA, Why.HIDDEN_CONTENT})
"""Reasons for which the content may stay nowhere; of any other, history keeps it."""
_PUBLISH = """ขั้นต่อไป (อ่านทั้งหมดในหน้า guide/withdraw/ ของเว็บไซต์)
  1. ส่งเข้าระบบ ขออนุมัติ และเผยแพร่ทันที แล้วเปิดที่อยู่เดิมเพื่อตรวจว่าไม่พบแล้ว
[EN] Next: send it in and publish at once, and see that the old address is empty."""
_STAYS = """ฉบับที่ถอนยังอยู่ในประวัติ (Git) หากพบว่ามีข้อมูลส่วนบุคคล โปรดดูหน้า guide/withdraw/
[EN] History keeps what was withdrawn; should it hold personal data, see guide/withdraw/."""
_ELSEWHERE = """  2. ข้อมูลยังอยู่ในที่อื่น โปรดแจ้งเจ้าหน้าที่คอมพิวเตอร์ให้ลบจากประวัติ (Git) ทุกสำเนาและฉบับรอตรวจ
     สำเนาที่แยกไป (fork) และไฟล์จากการสร้างเว็บไซต์ (artifact) ในระบบเก็บข้อมูล แคชของเครื่องแม่ข่าย
     เว็บไซต์คลังข้อมูล เครื่องมือค้นหา และผู้รับข่าว (feed)
  3. หากเป็นข้อมูลส่วนบุคคล โปรดแจ้งเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลของหน่วยงานทันที
     สำนักงานต้องแจ้งเหตุภายใน 72 ชั่วโมง หากเหตุนั้นมีความเสี่ยงต่อสิทธิและเสรีภาพของบุคคล
[EN] It still exists in history (every clone, open request and fork), in build artifacts, server
caches, web archives, search engines and feeds. For personal data, tell the data protection officer
at once: the office has 72 hours to report it, unless it is unlikely to put anybody's rights and
freedoms at risk."""
_HISTORY = """คำสั่งลบจากประวัติ เจ้าหน้าที่คอมพิวเตอร์ใช้ในสำเนาใหม่จาก git clone --mirror เท่านั้น
หลังจากเผยแพร่ฉบับที่ถอนแล้ว จากนั้นเผยแพร่อีกครั้งโดยเลือก history_rewritten ตามหน้า guide/withdraw/
[EN] Commands that purge it from history, in a fresh mirror clone only, after publishing;
then publish once with history_rewritten:
{commands}"""
_TEXT = """ก่อนใช้คำสั่ง โปรดพิมพ์ข้อความที่ต้องลบลงใน withdrawn-words.txt บรรทัดละหนึ่งข้อความ และลบไฟล์นั้นเมื่อเสร็จ
[EN] First type into withdrawn-words.txt the words to purge, line by line; delete it afterwards."""
_SAME = """พบไฟล์ที่มีเนื้อหาเดียวกันในที่อื่น ระบบจะไม่เผยแพร่จนกว่าจะถอนด้วย
[EN] The same bytes stand elsewhere; nothing is published before they are withdrawn too:
{places}"""


def public_reason(withdrawal: Withdrawal) -> str:
    """Why something was withdrawn, as pages say it: the kind of reason, unless it tells no more."""
    kind = WHY_TH[withdrawal.why]
    tells_no_more = withdrawal.why is Why.OTHER or kind in withdrawal.reason
    return f"เหตุผล: {withdrawal.reason}" if tells_no_more else f"เนื่องจาก{kind} {withdrawal.reason}"


def changes_text(written: Sequence[str], removed: Sequence[str]) -> str:
    """The files that were written, then those that were removed, a line each."""
    changed = [f"แก้ไข (written): {name}" for name in sorted(written)]
    return _listed([*changed, *(f"ลบ (removed): {name}" for name in removed)])


def steps_after(why: Why, blobs: Sequence[str], same: Sequence[str]) -> str:
    """The next steps, by the kind of reason.

    `blobs` are the removed files, by the ids that Git has for their bytes; none where words were
    withdrawn. `same` are other places of the same bytes.
    """
    parts = (
        [f"{_PUBLISH}\n{_ELSEWHERE}", _purge(blobs)] if why in _MUST_VANISH else [_PUBLISH, _STAYS]
    )
    if same:
        parts.append(_SAME.format(places=_listed(same)))
    return "\n\n".join(parts)


def _purge(blobs: Sequence[str]) -> str:
    """The commands that take the bytes of files, or else words, out of a repository's history.

    By bytes and not by name: a corrected file may have the name by now.
    """
    purge = (
        [
            *(f"echo {blob} >> withdrawn-ids.txt" for blob in blobs),
            "git filter-repo --strip-blobs-with-ids withdrawn-ids.txt",
        ]
        if blobs
        else ["git filter-repo --replace-text withdrawn-words.txt"]
    )
    commands = [*purge, "git push --force --mirror ที่อยู่ของที่เก็บข้อมูล"]
    text = _HISTORY.format(commands=_listed(commands))
    return text if blobs else f"{text}\n{_TEXT}"


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
