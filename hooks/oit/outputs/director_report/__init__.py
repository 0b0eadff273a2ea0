"""The director's monthly report and the reminder to a division, as Word, HTML and plain text.

`sheet` puts the figures of `reporting.director_report` into words once, and `word` lays the same
words out as a Word document.

Imports `reporting`, `wording`, the templates, and what the Word file is cleaned with (`evidence`).
"""
