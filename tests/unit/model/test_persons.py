"""A person's name is told by the title before it; a post never is one."""

import pytest

from corpus.posts import LEVELS, names, posts
from oit.catalog.sources import texts_of
from oit.model import persons
from oit.model.persons import is_bare_name, is_of_person, names_person
from oit.model.written_words import known_words


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
    for post in known_words()["persons"]["posts"]:
        assert not names_person(f"{post}กลาง"), post


@pytest.mark.parametrize("text", ["สมชาย ใจดี", "  ณัฐพล   วงศ์ไทย ", "สุดา ครองสุข"])
def test_a_given_name_and_a_family_name_are_a_person(text: str) -> None:
    """Without any title; it is pointed out, and nobody is refused for it."""
    assert is_of_person(text)
    assert not names_person(text)


@pytest.mark.parametrize(
    "text",
    ["สมชาย", "สมชาย ใจดี โยธา", "ประสาน งาน", "หัวหน้าฝ่าย สมชาย", "สัญญา จ้าง", "Somchai Jaidee", ""],
)
def test_what_is_not_two_words_after_a_given_name_is_none(text: str) -> None:
    """Ordinary words that are names as well are not among those that are known."""
    assert not is_bare_name(text)


def test_no_post_of_the_corpus_is_taken_for_a_name() -> None:
    """Fewer than one in two hundred; that of the names most are found."""
    wrong = [post for post in posts() if is_bare_name(post)]
    assert len(wrong) * 200 < len(list(posts()))
    found = list(map(is_bare_name, names()))
    assert sum(found) / len(found) > 0.8


def test_no_given_name_begins_what_stands_in_the_corpus_of_posts() -> None:
    """Each is of Thai letters, and there once."""
    given = texts_of("oit.model", "given_names.yml")["names"]
    assert len(set(given)) == len(given)
    assert set(given) & {word for post in posts() for word in post.split()} == set()
    assert set(given) & set(LEVELS) == set()


def test_a_post_without_any_title_needs_no_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked for in a text without blanks, so that a title has none of its own."""
    monkeypatch.setattr(persons, "_titled", None)
    assert not names_person("หัวหน้าฝ่ายโยธา")
    words = known_words()["persons"]
    assert not [title for title in (*words["titles"], *words["english"]) if " " in title]
