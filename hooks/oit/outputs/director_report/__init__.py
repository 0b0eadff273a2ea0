"""The letters of an office: the report of a month to its director, the reminder to a division.

`report` and `reminder` put the figures of `reporting.director_report` into a `letter`, a memorandum
that reads alike as text, as a page to print and, by `word`, as a Word document.

Imports `reporting`, `wording`, the templates, and what the Word file is cleaned with (`evidence`).
"""
