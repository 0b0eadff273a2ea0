"""How official Thai is written here: each check takes a text and returns what it finds in it.

The rules are those of the office's style guide. What a check returns is a piece of the text, which
the test that fails can show.
"""

import re
from collections.abc import Callable, Mapping

from oit.catalog.sources import glossary

MOST_LETTERS = 90
"""Letters of a sentence, as the style guide has it."""

_IN_LINE = re.compile(r"[ก-ะาำเ-ๅ]")
"""Letters that take a place of their own in a line; marks above and below take none."""
_VALUE = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}"
)
"""In quotation marks or brackets stands a value, a name or a code, and no part of a sentence."""
_BEGINS = (
    *("โปรด", "หาก", "ระบบ", "เมื่อ", "ทั้งนี้", "แต่ละ", "ไฟล์", "คำสั่ง", "ข้อมูล", "หน่วยงาน", "การ", "หน้า"),
    *("เว็บไซต์", "ผู้", "บาง", "วันที่", "ยืนยัน", "ต้อง", "ครบกำหนด"),
)
"""Words with which a further sentence begins."""
_END = re.compile(rf"\n+|\s[·|–—›>]\s|\s(?=(?:{'|'.join(_BEGINS)}))")
_COMMAND = re.compile(r"(?<![\w.-])(?:oit|git|mkdocs|python3?)(?![\w-])(?: [!-~]+)*|--[a-z][a-z-]*")
_FILE = re.compile(r"\S+\.[a-z]{2,5}\b")
_GLUED = re.compile(r"[ก-ฺเ-๎][0-9]|[0-9][ก-ฺเ-๎]")
_CROWDED = re.compile(r"[^\s]ๆ|ๆ[ก-ฺเ-๎0-9A-Za-z]")

NAMES = frozenset(
    (
        *("Word", "Excel", "PowerPoint", "LibreOffice", "Windows", "Chromium", "Google", "GitHub"),
        *(
            "GitLab",
            "Git",
            "Actions",
            "Python",
            "Markdown",
            "JavaScript",
            "Unicode",
            "Windows-874",
            "LINE",
        ),
        *(
            "PDF",
            "CSV",
            "Parquet",
            "HTML",
            "JSON",
            "XML",
            "RSS",
            "Atom",
            "DCAT",
            "UTF-8",
            "TIS-620",
            "NFC",
        ),
        *(
            "QR",
            "URL",
            "GPS",
            "PIN",
            "SHA-256",
            "Parquet",
            "API",
            "CI",
            "HTTP",
            "HTTPS",
            "ISO",
            "WCAG",
            "MB",
            "KB",
        ),
        *("ITA", "OIT", "IIT", "EIT", "ITAP", "TH", "Sarabun", "New", "Tab", "Enter", "Facebook"),
        *(
            "Microsoft",
            "Office",
            "Outlook",
            "Paint",
            "Print",
            "to",
            "iPhone",
            "Rich",
            "Text",
            "SVG",
        ),
        *("OpenDocument", "SmartArt", "PivotTable", "AVIF", "WebP", "TIFF", "GIF", "Bitmap", "PNG"),
        *("ZIP", "RAR", "SVG", "Schema", "SPDX", "GD", "Catalog", "gzip", "GeoJSON", "JPEG"),
        *(
            "O",
            "AA",
            "a",
            "z",
            "A",
            "Z",
            "CC",
            "BY",
            "CODEOWNERS",
            "Ctrl",
            "Ctrl-C",
            "Ctrl-V",
            "Esc",
            "BMA",
            "OSS",
            "Q",
            "E-Service",
        ),
    )
)
"""Names that officials write in Latin letters."""
_CODE = re.compile(
    r"""
      https?://\S+ | \S+@\S+                                # addresses
    | [\w./*-]*[\w*]/[\w./*\#-]* | \.?[\w-]+(?:\.[A-Za-z0-9]{2,})+\b | \.[a-z][a-z0-9-]+  # files
    | \b[a-z_][a-z0-9_-]*:[ ]*[^ก-๛]+                        # a line of a record, to be typed
    | \b[A-Z]{1,3}[0-9]+\b | \b\w+_[A-Za-z0-9]+\b | --?[a-z][a-z-]*  # items, options
    | \b[a-z_]+=                                           # outputs of a job
    | \bFY[0-9]{4}(?:-[QH][0-9])?\b                         # periods
    | [a-z]+(?=[ ]\([ก-๙])                                  # before its Thai name in brackets
    | (?:ช่อง|คอลัมน์|ส่วน|ใต้|ด้วย|โปรแกรม|ติดตั้ง|คำสั่ง|โฟลเดอร์|ไฟล์|ชนิด|เป็น|คือ|และ|หรือ)
      [ ]?[A-Za-z][\w.-]*(?:[ ][a-z][\w-]*)*
    """,
    re.VERBOSE,
)
"""Codes where people meet them, and codes that are named as what they are: `ช่อง closes`."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_OF_PROGRAMS = re.compile(
    r"""
      \b(?:text|application|image|font|audio|video|multipart)/[a-z0-9.+-]+  # media types
    | \b[a-z]+-error\b | \b(?:None|True|False|NoneType|dict)\b | \{' | \[' | <class[ ] | Traceback
    """,
    re.VERBOSE,
)
_OF_GIT_AND_YAML = re.compile(
    r"(?i:front ?matter|(?<!\.)\bya?ml\b|\bcommit|\bbranch|\bmerge|\bpull request)"
    r"|\bgate\b|\bstale\b"
)


def glued_digits(text: str) -> list[str]:
    """Digits that touch a Thai letter, but in what somebody types: `2568จึง`."""
    return _GLUED.findall(_FILE.sub("", _VALUE.sub("", text)))


def crowded_repetitions(text: str) -> list[str]:
    """ๆ without a space before it, or with a letter behind: `ต่างๆ`."""
    return _CROWDED.findall(text)


def long_sentences(text: str, most: int = MOST_LETTERS) -> list[str]:
    """Sentences of more letters than the guide allows.

    Thai has no full stop. A sentence ends with its line, at a dash or dot that divides, or at a
    space before a word with which another begins. Letters that take a place in the line count;
    values in quotation marks and brackets do not, since nobody can shorten them.
    """
    sentences = _END.split(_VALUE.sub("", text))
    return [sentence for sentence in sentences if len(_IN_LINE.findall(sentence)) > most]


def long_clauses(text: str, most: int = MOST_LETTERS) -> list[str]:
    """Stretches between spaces of more letters than a sentence may have.

    In prose a further sentence begins with any word, so only this much can be told by a program.
    """
    clauses = _VALUE.sub("", text).split()
    return [clause for clause in clauses if len(_IN_LINE.findall(clause)) > most]


def stray_latin(text: str) -> list[str]:
    """Words in Latin letters that are neither a known name nor a code where codes may stand."""
    rest = _VALUE.sub(" ", _CODE.sub(" ", _COMMAND.sub(" ", text)))
    return [word for word in _LATIN.findall(rest) if word not in NAMES]


def words_of_machines(text: str) -> list[str]:
    """Media types, values of Python, words of Git and YAML: staff never meet them.

    The latter may follow the Thai in brackets, or stand in what somebody typed, in quotation marks.
    """
    own_words = _VALUE.sub("", _COMMAND.sub("", text))
    return _OF_PROGRAMS.findall(text) + _OF_GIT_AND_YAML.findall(own_words)


def avoided_words(text: str) -> list[str]:
    """Words that the glossary has another word for."""
    return [
        f"{found} (→ {entry['th']})"
        for entry in glossary()
        for avoided in entry.get("avoid", ())
        if "sense" not in avoided
        for found in re.findall(avoided.get("pattern") or re.escape(avoided["word"]), text)
    ]


CHECKS: Mapping[str, Callable[[str], list[str]]] = {
    "a digit touches a Thai letter": glued_digits,
    "ๆ stands without its spaces": crowded_repetitions,
    "a sentence is too long": long_sentences,
    "a foreign word stands in a Thai sentence": stray_latin,
    "a word that only machines need": words_of_machines,
    "a word that the glossary avoids": avoided_words,
}
"""What is wrong, with the check that finds it."""


def faults_of_thai(text: str) -> dict[str, list[str]]:
    """All that the checks find in a Thai text, by what is wrong; empty where it is well written."""
    found = {wrong: check(text) for wrong, check in CHECKS.items()}
    return {wrong: pieces for wrong, pieces in found.items() if pieces}
