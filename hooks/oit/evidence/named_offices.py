"""Which district offices a title names. Only what is certain: a name with an end."""

import re

_PREFIX = "สำนักงานเขต"
# Education districts are other bodies; the other words are none of names.
_NO_NAME = "พื้นที่|ทุก|ทั้ง|แต่ละ|ต่าง|ใน|ของ|และ|หรือ|ที่|นี้|นั้น|ได้|ไม่|จะ|มี|เป็น|จัด|ให้"
_END = r"[ \t]*(?=$|[()]|กรุงเทพ|วันที่|ประจำ|ประกาศ|โทร)"
_NAMED = re.compile(rf"{_PREFIX} ?(?!{_NO_NAME})([ก-ฮเ-ไ][ก-์]{{1,18}}){_END}", re.MULTILINE)


def named_offices(text: str) -> tuple[str, ...]:
    """The names of district offices in a title, without “สำนักงานเขต”, each once, in order.

    A name ends with its line, or before the city or a date: what runs on is none for certain.
    """
    return tuple(dict.fromkeys(match[1] for match in _NAMED.finditer(text)))


def office_named(name: str) -> str:
    """The office's own name as `named_offices` has it; empty for what is no district office."""
    return name.strip().removeprefix(_PREFIX) if name.strip().startswith(_PREFIX) else ""
