"""Every personal number is found where it stands, and nothing like it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.made_files import VALID_ID, id_number
from oit.evidence.facts import PersonalDataKind
from oit.evidence.personal import (
    FINDERS,
    find_mobile_numbers,
    find_national_ids,
    find_personal_emails,
    redact,
)

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_GROUPS = (1, 4, 5, 2, 1)

numbers = st.from_regex(r"(?!885)[1-8][0-9]{11}", fullmatch=True).map(id_number)
"""885 begins the bar codes of Thai goods: one in ten of such numbers is told to be one."""
around = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=20).filter(
    lambda text: not text.endswith(".")
)
gaps = st.sampled_from(
    ["-", " ", "\u00a0", "–", " - ", "\u2011", "-\n", ".", "/", "_", "  ", ". ", " / "]
)


def grouped(number: str, gap: str) -> str:
    places = [sum(_GROUPS[:index]) for index in range(len(_GROUPS))]
    pieces = zip(places, _GROUPS, strict=True)
    return gap.join(number[start : start + length] for start, length in pieces)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A number as people write it: plain or grouped, some digits Thai, some space invisible."""
    number = draw(numbers)
    text = number if draw(st.booleans()) else grouped(number, draw(gaps))
    thai = draw(st.sets(st.integers(0, len(text) - 1)))
    text = "".join(
        one.translate(_THAI_DIGITS) if index in thai else one for index, one in enumerate(text)
    )
    place = draw(st.integers(1, len(text) - 1))
    return text[:place] + draw(st.sampled_from(["", "\u200b"])) + text[place:]


@given(around, written(), around)
def test_every_planted_number_is_found_where_it_stands(
    before: str, number: str, after: str
) -> None:
    """Whatever stands around it, as long as it is no digit."""
    [found] = find_national_ids(before + number + after)
    assert (before + number + after)[found.start : found.end] == number


@given(around, numbers, around, st.data())
def test_a_near_miss_is_never_found(
    before: str, number: str, after: str, data: st.DataObject
) -> None:
    """A wrong check digit, a first digit 0 or 9, a digit more on either side."""
    digit = data.draw(st.sampled_from("0123456789๐๙"))
    wrong = str((int(number[-1]) + data.draw(st.integers(1, 9))) % 10)
    first = data.draw(st.sampled_from("09"))
    misses = [
        number[:-1] + wrong,
        id_number(first + number[1:12]),
        digit + number,
        number + digit,
        grouped(number, "-") + digit,
        digit + grouped(number, "-"),
    ]
    for miss in misses:
        assert not find_national_ids(before + miss + after), miss


@pytest.mark.parametrize(
    "text",
    [
        f"{VALID_ID[:4]}-{VALID_ID[4:]}",
        grouped(VALID_ID, "\n"),
        f"0.{VALID_ID}",
        "1 1017.00230 70.8",
        "๐" * 13,
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Other groupings, fractions, columns of figures."""
    assert not find_national_ids(text)


@given(written(), written())
def test_two_numbers_in_a_row_are_both_found(one: str, other: str) -> None:
    """With anything but a digit between them."""
    assert len(find_national_ids(f"{one}, {other}")) == len((one, other))


@given(written())
def test_no_result_holds_the_number(number: str) -> None:
    """Neither a position nor what is left of the text."""
    digits = "".join(one for one in number if one.isdecimal())
    assert digits not in repr(find_national_ids(number))
    assert not any(one.isdecimal() for one in redact(number))


@pytest.mark.parametrize(
    "text",
    [
        "0812345678",
        "081-234-5678",
        "โทร. 08 1234 5678",
        "๐๘๑-๒๓๔-๕๖๗๘",
        "+66 81 234 5678",
        "+66812345678",
        "66(0)812345678",
        "0612345678",
    ],
)
def test_a_mobile_number_is_found(text: str) -> None:
    """As people write it."""
    assert len(find_mobile_numbers(text)) == 1


@pytest.mark.parametrize(
    "text", ["02-326-9149", "081234567", "08123456789", "10812345678", VALID_ID]
)
def test_another_number_is_no_mobile_number(text: str) -> None:
    """Office telephones, and numbers of another length."""
    assert not find_mobile_numbers(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("somchai.j@gmail.com", 1),
        ("ติดต่อ SOMCHAI@Hotmail.CO.TH ครับ", 1),
        ("a@yahoo.com, b@outlook.com", 2),
        ("sample@bangkok.go.th", 0),
        ("a@gmail.com.example.org", 0),
        ("a@notgmail.com", 0),
    ],
)
def test_personal_addresses_are_told_from_official_ones(text: str, count: int) -> None:
    """By their provider."""
    assert len(find_personal_emails(text)) == count


@given(st.text())
def test_any_text_may_be_looked_through(text: str) -> None:
    """Nothing raises, and redaction keeps the length."""
    assert len(redact(text)) == len(text)


FOUND = {
    PersonalDataKind.PASSPORT: ("หนังสือเดินทางเลขที่ AB1234567", "Passport: a1234567"),
    PersonalDataKind.ACCOUNT: (
        "เลขที่บัญชี 123-4-56789-0",
        "บัญชีธนาคาร ก สาขา ข 1234567890",
        "account no. 123-456789-0",
    ),
    PersonalDataKind.BIRTH_DATE: (
        "เกิดวันเดือนปีเกิด ๑๒ พฤษภาคม ๒๕๑๐",
        "DOB 1967-05-12",
        "น.ส. ก ข เกิดเมื่อวันที่ 12 พ.ค. 2510",
    ),
    PersonalDataKind.CREDENTIALS: ("รหัสผ่าน: khet1234", 'password = "k#het"', "รหัสผ่าน คือ 998877"),
}
LEFT = {
    PersonalDataKind.PASSPORT: ("AB1234567", "หนังสือเดินทาง 5 เล่ม", "passport form 12345678"),
    PersonalDataKind.ACCOUNT: ("บัญชีธนาคาร 1,234,567,890.50", "เลขที่บัญชี 12", "1234567890"),
    PersonalDataKind.BIRTH_DATE: ("วันเกิดเหตุ 12/05/2568", "อัคคีภัยเกิดวันที่ 12 พ.ค. 2568", "วันเกิด"),
    PersonalDataKind.CREDENTIALS: (
        "รหัสผ่าน: 8 ตัวอักษร",
        "รหัสผ่าน: 8-12 ตัวอักษร",
        "password: required",
        "รหัสผ่าน: https://a.go.th/1",
        "เปลี่ยนรหัสผ่านทุก 90 วัน",
    ),
}


@pytest.mark.parametrize("kind", FOUND)
def test_what_words_announce_is_found(kind: PersonalDataKind) -> None:
    """And covered wherever a text is repeated."""
    for text in FOUND[kind]:
        [span] = FINDERS[kind](text)
        assert redact(text)[span.start : span.end].strip("•") == "", text


@pytest.mark.parametrize("kind", LEFT)
def test_what_only_looks_like_it_is_left_alone(kind: PersonalDataKind) -> None:
    """Without the words, or where they tell of something else."""
    assert [text for text in LEFT[kind] if FINDERS[kind](text)] == []


@pytest.mark.parametrize(
    "text",
    [f"สัญญาเลขที่ {VALID_ID}", f"เลขที่โครงการ (e-GP): {VALID_ID}", f'{{"timestamp": {VALID_ID}}}'],
)
def test_what_a_label_calls_a_thing_is_no_person(text: str) -> None:
    """Right before the number, and only where it is not grouped as on the card."""
    assert not find_national_ids(text)
    assert find_national_ids(text.replace(VALID_ID, f"นาย ก และนาย ข {VALID_ID}"))
    assert find_national_ids(text.replace(VALID_ID, grouped(VALID_ID, "-")))
    assert find_national_ids(text.replace(VALID_ID, f"เลขประจำตัวประชาชน {VALID_ID}"))


_MOBILE = "0812345678"
_HASHES = (
    *(f"{'a' * 9}{_MOBILE}{'b' * (length - 19)}" for length in (32, 40, 64)),
    f"{_MOBILE[:8]}-{_MOBILE[8:]}ab-4abc-8abc-abcdefabcdef",
    f"abcdefab-abcd-4abc-8abc-{_MOBILE}ab",
)


@pytest.mark.parametrize("word", _HASHES)
def test_digits_in_a_hash_or_a_uuid_are_no_mobile_number(word: str) -> None:
    """A ledger names each of its files by one."""
    assert find_mobile_numbers(f'{{"sha256": "{word}"}}') == ()


@pytest.mark.parametrize(
    "word", [f"a{_MOBILE}b", f"{'a' * 9}{_MOBILE}{'b' * 12}", f"id-{_MOBILE}-ab"]
)
def test_a_mobile_number_between_letters_is_found(word: str) -> None:
    """Only words of the lengths of hashes are passed over."""
    assert len(find_mobile_numbers(word)) == 1


@pytest.mark.parametrize("length", [32, 40, 64])
def test_digits_in_a_hash_are_no_id_number_after_any_label(length: int) -> None:
    """Such as the words that announce one, in front of the hash of a file."""
    word = f"{'a' * 9}{VALID_ID}{'b' * (length - 22)}"
    assert find_national_ids(f"เลขประจำตัวประชาชน {word}") == ()
    assert len(find_national_ids(f"เลขประจำตัวประชาชน {word}b")) == 1
    assert len(find_national_ids(f"เลขประจำตัวประชาชน {word} {VALID_ID}")) == 1
