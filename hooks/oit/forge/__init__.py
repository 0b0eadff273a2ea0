"""Texts for GitHub and GitLab: issues of what is late or due, `CODEOWNERS`.

Pure: `system/forges.py` sends them. Texts from records go through `escaping`, because anybody may
have written them. It may import `wording`, `reporting`, `assessment`, `records`, `model` and the
values at the root of `oit`.
"""
