"""Migrations change a key or a value of a policy file, and nothing else in it."""

import pytest

from oit.editing.policy_edit import key_renamed, value_replaced

ROUND = """# รอบ
closes: 2025-04-30  # ปิด
holidays:  # ประกาศแล้ว
  # ต้นปี
  - old: 2025-01-01 # วันแรก
    name_th: "วันขึ้นปีใหม่: หยุด"

  - {name_th: วันมาฆบูชา, old: 2025-02-12}
  - name_th: old
# จบ
"""
MANDATE = """items:
  - item: O4
    requirements:
      - {id: plan, periods: [2025-01, 2025-02]}  # แผน
      - id: summary
        periods:  # งวด
          - 2025-01
          # ยังไม่ถึง
          - 2025-02 # กุมภาพันธ์
        label_th: |
          สรุป

        # ก่อนจบ
"""
SETTINGS = "theme:\n  name: !ENV [THEME, material]  # ธีม\nextra:\n  oit:\n    mode: demonstration\n"


def test_a_key_is_renamed_in_each_mapping_of_a_list() -> None:
    """Block or brackets, first or last; texts that have the same word stay."""
    expected = ROUND.replace("old: ", "new: ")
    assert key_renamed(ROUND, ("holidays",), "old", "new") == expected
    assert key_renamed(expected, ("holidays",), "old", "new") == expected


@pytest.mark.parametrize(
    "path", [("missing",), ("holidays", 9), ("closes", "x"), ("holidays", "x")]
)
def test_a_path_that_leads_nowhere_is_an_error(path: tuple[str | int, ...]) -> None:
    """A migration that finds other files than it was written for does not guess."""
    with pytest.raises(KeyError):
        key_renamed(ROUND, path, "old", "new")
    with pytest.raises(KeyError):
        value_replaced(ROUND, path, "x")


@pytest.mark.parametrize(
    ("text", "path", "new", "was", "becomes"),
    [
        (ROUND, ("closes",), "2025-10-15", "closes: 2025-04-30  # ปิด", "closes: 2025-10-15  # ปิด"),
        (ROUND, ("holidays", 1, "name_th"), "ก, ข", "วันมาฆบูชา", '"ก, ข"'),
        (
            MANDATE,
            ("items", 0, "requirements", 0, "periods"),
            "monthly",
            "[2025-01, 2025-02]",
            "monthly",
        ),
        (
            MANDATE,
            ("items", 0, "requirements", 1, "periods"),
            "monthly",
            "  # งวด\n          - 2025-01\n          # ยังไม่ถึง\n          - 2025-02 # กุมภาพันธ์\n",
            "  # งวด\n          monthly # กุมภาพันธ์\n          # ยังไม่ถึง\n",
        ),
        (
            MANDATE,
            ("items", 0, "requirements", 1, "label_th"),
            ["ก", "on"],
            "|\n          สรุป\n\n        #",
            '[ก, "on"]\n\n        #',
        ),
        (SETTINGS, ("extra", "oit", "mode"), "production", "demonstration", "production"),
        (SETTINGS, ("theme", "name"), "oit", "!ENV [THEME, material]", "oit"),
    ],
)
def test_a_value_is_replaced_and_comments_stay(
    text: str, path: tuple[str | int, ...], new: object, was: str, becomes: str
) -> None:
    """A list, a text of several lines and a value with a tag as well as any other."""
    changed = value_replaced(text, path, new)
    assert changed == text.replace(was, becomes)
    assert changed != text
