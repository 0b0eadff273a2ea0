"""Names of files as people send them: what the commands and the form both make of them."""

from typing import NamedTuple


class Naming(NamedTuple):
    """A file for the summary of March 2025, and the name that it gets in its folder."""

    source: str
    known: tuple[tuple[str, str], ...]
    """Files of the summary that are there, each with its period, the newest first."""
    taken: tuple[str, ...]
    name: str


NAMINGS = (
    Naming("สขร.1 มี.ค. 68.XLSX", (), (), "summary-2025-03.xlsx"),
    Naming("a.csv", (), ("summary-2025-03.csv",), "summary-2025-03-2.csv"),
    Naming("a.csv", (), ("Summary-2025-03.CSV",), "summary-2025-03-2.csv"),
    Naming("a.csv", (), ("summary-2025-03.csv", "summary-2025-03-2.csv"), "summary-2025-03-3.csv"),
    Naming("a.pdf", (), ("summary-2025-03.csv",), "summary-2025-03.pdf"),
    Naming("a.csv", (("buy-2025-02.xlsx", "2025-02"),), (), "buy-2025-03.csv"),
    Naming("a.csv", (("buy.xlsx", "2025-02"),), (), "summary-2025-03.csv"),
    Naming("a.csv", (("2025-02-buy-2025-02.csv", "2025-02"),), (), "summary-2025-03.csv"),
    Naming("a.csv", (("q1-2568-q1.csv", "FY2568-Q1"),), (), "q1-2025-03.csv"),
    Naming(
        "a.csv",
        (("new-2025-02.csv", "2025-02"), ("old-2025-01.csv", "2025-01")),
        ("new-2025-03.csv",),
        "new-2025-03-2.csv",
    ),
    Naming("ไม่มีนามสกุล", (), (), "summary-2025-03"),
    Naming("a.tar.GZ", (), (), "summary-2025-03.gz"),
)
MONTHS = {
    "สขร.1 มี.ค. 68.xlsx": "2025-03",
    "สรุป เดือนมีนาคม 2568.xlsx": "2025-03",
    "สรุปผล_มีนาคม_2568.pdf": "2025-03",
    "สรุป มีค68.xlsx": "2025-03",
    "O15 มีนาคม พ.ศ. ๒๕๖๘.pdf": "2025-03",
    "report-2025-03.csv": "2025-03",
    "report_2568-03.csv": "2025-03",
    "4. ต.ค.67.xlsx": "2024-10",
    "Summary March 2025.docx": "2025-03",
    "สรุป มีนาคม.xlsx": "03",
    "หนังสือลงวันที่ 28 มีนาคม 2568.pdf": None,
    "ม.ค.-มี.ค. 2568.xlsx": None,
    "Margin.xlsx": None,
    "summary.xlsx": None,
    "2025-03-28.pdf": None,
    "แผนปี 2568.pdf": None,
}
"""Each name with the one month that the form sees in it; `None` where it keeps silent."""
