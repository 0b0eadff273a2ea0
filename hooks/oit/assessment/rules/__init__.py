"""The rules: pure functions from a round, its facts and a date to findings.

A rule only reports; `assess` derives statuses from the findings. Each rule id has its texts in
`catalog/*/rules.ftl`. `located` builds findings with their file and line; no rule imports another.
"""
