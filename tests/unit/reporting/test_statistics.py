"""Statistics are added up from the tables that are disclosed, and drawn with their figures."""

from decimal import Decimal

from helpers.support import SAMPLE, judged
from oit.assessment.result import ItemAssessment
from oit.outputs.round_charts import figure_text, statistic_chart
from oit.outputs.site_files import outputs_of
from oit.reporting.statistics import statistics_of

ASSESSMENT = judged(SAMPLE)


def item(name: str) -> ItemAssessment:
    return next(one for one in ASSESSMENT.rounds[0].items if one.id == name)


def test_figures_of_all_files_of_a_period_are_added_up() -> None:
    """March's revenue stands in three files, by three sections."""
    (statistic,) = statistics_of(item("O10"))
    assert [str(period) for period in statistic.periods][-1] == "2025-03"
    assert statistic.total(statistic.periods[-1]) == Decimal(9000)
    assert statistic.values["ค่าธรรมเนียม", statistic.periods[-1]] == Decimal(3000)
    assert statistic.is_sample


def test_what_is_drawn_is_what_the_schema_says() -> None:
    """Taxes by baht, complaints by how many came in; an item without such tables has none."""
    assert [one.measure for one in statistics_of(item("O9"))] == ["จำนวนเงิน (บาท)"]
    assert [one.measure for one in statistics_of(item("O17"))] == ["รับใหม่ (เรื่อง)"]
    assert statistics_of(item("O13")) == []


def test_a_period_of_which_nothing_is_declared_is_drawn_as_nothing() -> None:
    """No complaint in January is a figure; a gap between two months would hide it."""
    (statistic,) = statistics_of(item("O17"))
    months = [str(period) for period in statistic.periods]
    assert months == ["2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03"]
    assert statistic.total(statistic.periods[3]) == 0


def test_a_chart_has_its_figures_no_script_and_the_same_bytes_every_time() -> None:
    """Its colours are the page's."""
    (statistic,) = statistics_of(item("O9"))
    chart = statistic_chart(statistic)
    assert chart == statistic_chart(statistic)
    assert "ไตรมาส 1" in chart
    assert "3,000" in chart
    assert "<script" not in chart
    assert "style=" not in chart


def test_a_chart_stands_with_its_name_and_its_table() -> None:
    """For who cannot see it, and for who wants the figures."""
    pages = {page.path: page.html for page in outputs_of(ASSESSMENT, None).pages}
    page = pages["2568/o10/"]
    assert 'role="img" aria-label="แผนภูมิแท่ง จำนวนเงิน (บาท) รายงวด เดือนตุลาคม 2567 4,000' in page
    assert '<th scope="row">ค่าธรรมเนียม</th>' in page
    assert "แผนภูมิแท่ง" not in pages["2568/o13/"]


def test_figures_read_as_people_write_them() -> None:
    """Thousands are parted; what is whole has no decimals."""
    assert [figure_text(Decimal(one)) for one in ("1234.5", "1000000", "0")] == [
        "1,234.50",
        "1,000,000",
        "0",
    ]
