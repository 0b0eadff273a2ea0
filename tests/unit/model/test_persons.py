"""A person's name is told by the title before it; a post never is one."""

import pytest

from oit.model.persons import names_person


@pytest.mark.parametrize(
    "text",
    [
        *("นายสมชาย ใจดี", "นาย สมชาย", "นางสมศรี", "นางสาว สมหญิง", "น.ส.สมหญิง", "น. ส. สมหญิง"),
        *("ดร.สมชาย", "ดร. สมชาย", "ผศ.ดร.สมชาย", "ร.ต.อ.สมชาย", "พล.ต.ต. กมล", "จ.ส.อ.กบ"),
        *("ว่าที่ร้อยตรีสมชาย", "ว่าที่ ร.ต. สมชาย", "ว่าที่ร้อยตรี หญิงสมหญิง", "พันตำรวจเอกสมชาย"),
        *("ม.ล.สมชาย", "หม่อมหลวงสมชาย", "คุณสมชาย", "นายกมล ดี", "นายกฤษณะ", "นายกองเอก สมชาย"),
        *("ผู้อำนวยการเขต (นายสมชาย ใจดี)", "หัวหน้าฝ่ายโยธา นางสมศรี", "หัวหน้าฝ่ายโยธา/นายสมชาย"),
        *("Mr. Smith", "MR SOMCHAI", "mrs jones", "Ms.Jones", "Miss  Saigon", "Dr. Who"),
        "Director (Mr. Somchai)",
    ],
)
def test_a_title_before_a_name_is_a_person(text: str) -> None:
    """In Thai and English, with and without blanks and stops, alone or beside a post."""
    assert names_person(text)


@pytest.mark.parametrize(
    "text",
    [
        *("ผู้อำนวยการเขต", "ผู้อำนวยการเขตบางกอกน้อย", "หัวหน้าฝ่ายโยธา", "ปลัดเขต", "ผอ.เขต"),
        *("นายกเทศมนตรี", "รองนายกเทศมนตรี", "นายก อบต.", "นายก", "ผู้รักษาการนายกเทศมนตรี"),
        *("นายอำเภอเมือง", "นายทะเบียน", "นายช่างโยธาชำนาญงาน", "นายแพทย์ชำนาญการ", "นายสัตวแพทย์"),
        *("ข้าราชการพลเรือนสามัญ", "เจ้าหน้าที่ทนายความ", "กลุ่มงานคุณธรรม", "คุณภาพชีวิต"),
        *("พ.ศ. ใหม่", "พนักงานเทศกิจ ส.1", "ผู้ช่วยศาสตราจารย์", "หัวหน้าฝ่ายรักษาความสะอาดและสวนสาธารณะ"),
        *("Director", "Head of the Public Works Section", "Drainage officer", "Administrator", ""),
    ],
)
def test_a_post_is_no_person(text: str) -> None:
    """However it begins."""
    assert not names_person(text)


def test_every_post_of_the_shipped_words_is_none() -> None:
    """What the list calls a post is none of its persons, though it begins as a title does."""
    from oit.model.written_words import known_words

    for post in known_words()["persons"]["posts"]:
        assert not names_person(f"{post}กลาง"), post
