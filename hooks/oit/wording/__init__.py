"""Every text that people read, in Thai and English, and how it is rendered.

Findings, verdicts, due dates and names become sentences here; nothing is decided. Pure: no disk
but the package's own data. It may import `reporting`, `assessment`, `records`,
`evidence`, `model` and the values at the root of `oit`.
"""
