"""`oit due`: what is to be published or confirmed, by when and by whom."""

from datetime import timedelta
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.commands.options import explained, require_known, root_option
from oit.reporting.due import duties_in_force
from oit.system.environment import read_environment
from oit.system.evidence_cache import remembered_site
from oit.wording.due_text import due_report
from oit.wording.vocabulary import vocabulary_of


@click.command()
@click.option("--division", help="เฉพาะหน่วยงานนี้ เช่น finance (only this division).")
@click.option(
    "--within",
    type=click.IntRange(min=0),
    help="เฉพาะที่เกินกำหนดแล้วหรือครบกำหนดภายในจำนวนวันนี้ (overdue, or due within so many days).",
)
@root_option
@explained
def due(root: Path, division: str | None, within: int | None) -> None:
    """แสดงสิ่งที่ต้องเผยแพร่หรือยืนยัน เรียงตามวันครบกำหนด (what is due when)."""
    environment = read_environment()
    site = remembered_site(root)
    require_known(division, site)
    today = environment.today.day
    horizon = today + timedelta(days=within) if within is not None else None
    duties = [
        duty
        for duty in duties_in_force(assess(site, environment.today))
        if division in (None, duty.division) and (horizon is None or duty.due_on <= horizon)
    ]
    click.echo(due_report(duties, today, vocabulary_of(site), environment.language))
