"""The forge room: texts for GitHub and GitLab.

The issues that tell divisions what is late or due, the summary and annotations of a run, and
`CODEOWNERS`. Pure: `system/forges.py` sends it. It may import `wording`, `reporting`, `assessment`,
`records`, `model` and the values at the root of `oit`. Texts go through `escaping`: whatever
comes from records may be anybody's.
"""
