"""Findings and duties as diagnostics, and the one renderer: text, Markdown, JSON, CSV, annotations.

Verdicts, due dates and names become sentences here, by the catalogue; nothing is decided. Pure: no
disk but the package's own data. It may import `reporting`, `assessment`, `contract`, `records`,
`evidence`, `model` and the values at the root of `oit`.
"""
