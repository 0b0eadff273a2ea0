"""What follows from an assessment: deadlines, lateness, the trend, statistics, reports.

Values without words: `wording` and `outputs` put them into sentences, pages and files.

Imports `assessment` and what it is made of (`model`, `evidence`, `findings`, `periods`); reads no
disk and no clock.
"""
