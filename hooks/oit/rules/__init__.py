"""The rules: pure functions from a round, its facts and a date to findings.

A rule reports; `oit.assessment.assess` draws the conclusions. Each rule's id has its words in `oit.messages`.
"""
