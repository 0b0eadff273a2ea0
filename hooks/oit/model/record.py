"""`record.md` and `<division>.md`: what the office discloses for an item.

The class bodies are the schema: a field's title is its name in the form and in messages, its
description the hint below it there.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from oit.model.fields import (
    IsoDate,
    ItemId,
    OptionalDate,
    PeriodId,
    Sha256,
    Slug,
    StrictModel,
    Text,
    Truth,
)
from oit.periods import Frequency

FIELD_ORDER = (
    *("item", "owner", "division", "frequency", "updated", "reviews", "evidence"),
    *("kind", "for", "periods", "file", "url", "section", "title", "reason"),
    *("published", "sample", "replaces", "sha256", "date", "by", "note"),
)
"""The order of the fields in a document and in the form."""


class Review(StrictModel):
    """Looked at, still right, nothing changed: by which post, and why."""

    # Not `date` in Python: it would hide the type of that name in this class.
    on: IsoDate = Field(alias="date", title="วันที่ยืนยัน")
    by: Text = Field(title="ตำแหน่งผู้ยืนยัน", description="ตำแหน่ง ไม่ใช่ชื่อบุคคล เช่น หัวหน้าฝ่ายการคลัง")
    note: Text = Field(title="เหตุผล", description="เช่น ตรวจแล้ว ข้อมูลยังถูกต้อง ไม่มีการเปลี่ยนแปลง")


class Replaced(StrictModel):
    """What an entry stood for before, and why it no longer does: another file, or another day."""

    reason: Text = Field(title="เหตุผลที่แก้ไข", description="เช่น แก้ไขยอดรวมที่คำนวณผิด")
    published: OptionalDate = Field(
        default=None, title="วันที่เผยแพร่เดิม", description="ระบุเมื่อแก้ไขวันที่เผยแพร่ที่พิมพ์ผิด"
    )
    sha256: Sha256 | None = Field(
        default=None,
        title="ค่าตรวจสอบของไฟล์เดิม",
        description="SHA-256 ของไฟล์ฉบับเดิม คำสั่ง oit replace กรอกให้",
    )
    # Not `date` in Python: it would hide the type of that name in this class.
    on: IsoDate = Field(alias="date", title="วันที่แก้ไข")


class _Evidence(StrictModel):
    requirement: Slug = Field(
        alias="for", title="องค์ประกอบ", description="หลักฐานนี้ตอบสิ่งใดที่ข้อนี้ต้องเปิดเผย"
    )
    periods: tuple[PeriodId, ...] = Field(
        default=(), title="งวด", description="เว้นว่างไว้เมื่อองค์ประกอบนั้นไม่แบ่งเป็นงวด"
    )
    published: IsoDate = Field(title="วันที่เผยแพร่", description="วันที่ขึ้นเว็บไซต์ครั้งแรก")
    sample: Truth = Field(
        default=False, title="ข้อมูลตัวอย่าง", description="เปิดเฉพาะเมื่อเป็นตัวอย่าง มิใช่ข้อมูลจริง"
    )
    replaces: tuple[Replaced, ...] = Field(
        default=(),
        title="การแก้ไขฉบับเดิม",
        description="เพิ่มเมื่อเปลี่ยนไฟล์หรือแก้วันที่เผยแพร่ พร้อมเหตุผล บันทึกเดิมคงไว้",
    )


class FileEvidence(_Evidence):
    """A file beside the record."""

    kind: Literal["file"] = Field(title="ชนิดหลักฐาน")
    title: Text = Field(title="ชื่อหลักฐาน")
    file: Text = Field(title="ชื่อไฟล์", description="โปรดตรวจว่าไม่มีเลขประจำตัวประชาชนหรือข้อมูลส่วนบุคคลอื่น")


class UrlEvidence(_Evidence):
    """A page elsewhere."""

    kind: Literal["url"] = Field(title="ชนิดหลักฐาน")
    title: Text = Field(title="ชื่อหลักฐาน")
    url: Text = Field(
        title="ที่อยู่เว็บไซต์",
        description="ขึ้นต้นด้วย https:// หรือ http://",
        json_schema_extra={"format": "uri"},
    )


class SectionEvidence(_Evidence):
    """A heading with text under it, on the item's page."""

    kind: Literal["section"] = Field(title="ชนิดหลักฐาน")
    title: Text = Field(title="ชื่อหลักฐาน")
    section: Slug = Field(
        title="หัวข้อในหน้า",
        description="ชื่อหลังเครื่องหมาย # ของหัวข้อในเนื้อหา ใช้อักษร a–z ตัวเล็ก ตัวเลข และขีดกลาง",
    )


class NoneEvidence(_Evidence):
    """A stated nothing, with its reason."""

    kind: Literal["none"] = Field(title="ชนิดหลักฐาน")
    reason: Text = Field(title="เหตุผลที่ไม่มีรายการ", description="เช่น เดือนนี้ไม่มีการจัดซื้อจัดจ้าง")

    @property
    def title(self) -> str:
        """The reason, in place of the title that the other kinds have."""
        return self.reason


Evidence: TypeAlias = FileEvidence | UrlEvidence | SectionEvidence | NoneEvidence


class _Disclosed(StrictModel):
    item: ItemId = Field(title="ข้อ")
    updated: OptionalDate = Field(
        default=None, title="ปรับปรุงล่าสุด", description="วันที่แก้ไขเนื้อหาหรือหลักฐานครั้งล่าสุด"
    )
    reviews: tuple[Review, ...] = Field(
        default=(),
        title="การยืนยัน",
        description="เพิ่มเมื่อตรวจแล้วว่าข้อมูลยังถูกต้อง แม้ไม่มีสิ่งใดเปลี่ยนแปลง",
    )
    evidence: tuple[Annotated[Evidence, Field(discriminator="kind")], ...] = Field(
        default=(), title="หลักฐาน", description="เพิ่มไฟล์ ลิงก์ หัวข้อในหน้า หรือแจ้งว่าไม่มีรายการ"
    )


class Record(_Disclosed):
    """`record.md`: an item, by the division that leads it."""

    owner: Slug = Field(title="หน่วยงานรับผิดชอบหลัก")
    frequency: Frequency = Field(title="ระยะเวลา")


class Part(_Disclosed):
    """`<division>.md`: one division's share of an item."""

    division: Slug = Field(title="หน่วยงานร่วมส่งข้อมูล")
