"""The figures of the long run against kills, full disks and races."""

from maintain.endurance import figures

REPORT = """<testsuites><testsuite><testcase><properties>
<property name="killed" value="12"/></properties></testcase><testcase><properties>
<property name="killed" value="30"/><property name="races" value="100"/>
</properties></testcase></testsuite></testsuites>"""


def test_the_figures_are_added_up_over_all_tests() -> None:
    """What no test counted is none."""
    assert figures(REPORT) == [
        "    42 runs were killed, each at another moment",
        "     0 runs found the disk full, each at another moment",
        "   100 rounds of two commands at once",
    ]
