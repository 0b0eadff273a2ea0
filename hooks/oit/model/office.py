"""The office: its divisions (`divisions.yml`) and its settings (`extra.oit` of `mkdocs.yml`).

The description of a setting is what the page `guide/settings/` says of it.
"""

from typing import Annotated, Literal

from pydantic import Field

from oit.model.fields import (
    Email,
    Handle,
    Host,
    IsoDate,
    LicenceId,
    Slug,
    StrictModel,
    Telephone,
    Text,
    WebAddress,
)


class Division(StrictModel):
    """An owner: a section of the office, or the schools."""

    id: Slug
    name_th: Text
    name_en: Text
    contact_th: Text | None = None
    forge: Handle | None = None
    """The account or team that is asked on the forge; if absent, the coordinator is."""


class Divisions(StrictModel):
    """`divisions.yml`."""

    divisions: Annotated[tuple[Division, ...], Field(min_length=1)]


class Office(StrictModel):
    """The office whose site this is."""

    id: Slug = Field(description="รหัสสำนักงานเขต ใช้ในไฟล์ข้อมูลทุกไฟล์ และไม่เปลี่ยนภายหลัง")
    name_th: Text = Field(description="ชื่อสำนักงานเขต ภาษาไทย")
    name_en: Text = Field(description="ชื่อสำนักงานเขต ภาษาอังกฤษ")
    telephone: Telephone | None = Field(
        default=None, description="หมายเลขโทรศัพท์สำหรับติดต่อและแจ้งข้อมูลที่ต้องแก้ไข"
    )
    email: Email | None = Field(default=None, description="อีเมลสำหรับติดต่อและแจ้งข้อมูลที่ต้องแก้ไข")
    address_th: Text | None = Field(default=None, description="ที่อยู่ ภาษาไทย")
    address_en: Text | None = Field(default=None, description="ที่อยู่ ภาษาอังกฤษ")
    hours_th: Text | None = Field(
        default=None, description="วันและเวลาทำการ ภาษาไทย เช่น วันจันทร์–วันศุกร์ เวลา 08.00–16.00 น."
    )
    hours_en: Text | None = Field(default=None, description="วันและเวลาทำการ ภาษาอังกฤษ")
    map_url: WebAddress | None = Field(default=None, description="ลิงก์ไปยังแผนที่ตั้งสำนักงานเขต")

    @property
    def has_contact(self) -> bool:
        """Whether it says how to reach it at all."""
        ways = (self.telephone, self.email, self.address_th, self.hours_th, self.map_url)
        return any(ways)


class Task(StrictModel):
    """What people come to the site for: the topics of its items, and where it is done online."""

    name_th: Text = Field(description="เรื่องที่ประชาชนมาใช้บริการ ภาษาไทย เช่น ดูการใช้งบประมาณ")
    name_en: Text = Field(description="เรื่องเดียวกัน ภาษาอังกฤษ")
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="รหัสเรื่อง (topic ใน mandate.yml) ของข้อที่เกี่ยวข้อง"
    )
    url: WebAddress | None = Field(default=None, description="เว็บไซต์ที่ให้บริการเรื่องนี้ทางออนไลน์")


class Licence(StrictModel):
    """The terms under which the data may be used, once the office has decided."""

    id: LicenceId = Field(description="รหัสสัญญาอนุญาตตาม SPDX เช่น CC-BY-4.0")
    title: Text = Field(description="ชื่อสัญญาอนุญาต")
    url: WebAddress = Field(description="ที่อยู่ของข้อความสัญญาอนุญาต")
    gdcatalog: Text | None = Field(
        default=None,
        description="ชื่อสัญญาอนุญาตตามรายการของระบบบัญชีข้อมูลภาครัฐ (GD Catalog) เช่น Open Data Common",
    )


class Repository(StrictModel):
    """The Git repository of the records, where pages of the site may link to it."""

    url: WebAddress = Field(description="ที่อยู่ของที่เก็บข้อมูล")
    forge: Literal["github", "gitlab"] = Field(
        default="github", description="ชนิดของที่เก็บข้อมูล คือ github หรือ gitlab หากไม่ระบุ คือ github"
    )
    branch: Text = Field(default="main", description="ชื่อฉบับที่เผยแพร่อยู่ หากไม่ระบุ คือ main")
    sign_in_relay: WebAddress | None = Field(
        default=None, description="สำหรับ GitHub คือที่อยู่ของตัวกลางการเข้าสู่ระบบ (OAuth relay) ของแบบฟอร์ม"
    )
    application_id: Text | None = Field(
        default=None, description="สำหรับ GitLab คือรหัส Application ที่ใช้เข้าสู่ระบบของแบบฟอร์ม"
    )

    def edit_address(self, path: str) -> str:
        """Address of the forge's editor for a file, by its path in the repository."""
        infix = "edit" if self.forge == "github" else "-/edit"
        return f"{self.url.rstrip('/')}/{infix}/{self.branch}/{path}"


UPGRADE_DAYS = 30


class Upgrade(StrictModel):
    """From which version of the engine an office came to the present one, and when."""

    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")] = Field(
        description="รุ่นของระบบก่อนปรับปรุง"
    )
    day: IsoDate = Field(alias="date", description="วันที่ปรับปรุง")


class SitePolicy(StrictModel):
    """`extra.oit` of `mkdocs.yml`."""

    mode: Literal["demonstration", "production"] = Field(
        description="demonstration เว็บไซต์สาธิต production เว็บไซต์จริงของสำนักงานเขต"
    )
    office: Office = Field(description="สำนักงานเขตเจ้าของเว็บไซต์")
    accepted_types: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="ชนิดไฟล์หลักฐานที่รับ เช่น pdf csv xlsx"
    )
    tasks: tuple[Task, ...] = Field(default=(), description="เรื่องที่ประชาชนมาใช้บริการ แสดงในหน้าแรก")
    repository: Repository | None = Field(
        default=None, description="ที่เก็บข้อมูล สำหรับแบบฟอร์มและลิงก์แก้ไขข้อมูลรายการ"
    )
    coordinator: Handle | None = Field(
        default=None, description="บัญชีหรือกลุ่มของผู้ประสานงาน ITA ซึ่งอนุมัติการเปลี่ยนแปลงเกณฑ์"
    )
    official_home: WebAddress | None = Field(
        default=None, description="หน้าแรกของเว็บไซต์หลักของสำนักงานเขต ซึ่งผู้ประเมินเริ่มเข้าถึงข้อมูล"
    )
    licence: Licence | None = Field(
        default=None, description="สัญญาอนุญาตให้ใช้ข้อมูล เมื่อสำนักงานเขตกำหนดแล้ว"
    )
    allowed_hosts: tuple[Host, ...] = Field(
        default=(),
        description="เว็บไซต์อื่นที่หน้าใน docs/ นำแผนที่หรือรูปภาพมาแสดงได้ เช่น www.google.com "
        "หากไม่ระบุ คือไม่อนุญาต",
    )
    upgraded: Upgrade | None = Field(
        default=None, description="การปรับปรุงระบบครั้งล่าสุด คำสั่ง oit upgrade เขียนให้"
    )
    upgrade_days: Annotated[int, Field(ge=0, le=365)] = Field(
        default=UPGRADE_DAYS,
        description="จำนวนวันหลังปรับปรุงระบบ ที่เกณฑ์ซึ่งเพิ่มมาใหม่เป็นเพียงการแจ้งให้ทราบ",
    )

    @property
    def is_demonstration(self) -> bool:
        """Whether the site shows samples, marked as such; otherwise it is an office's real site."""
        return self.mode == "demonstration"
