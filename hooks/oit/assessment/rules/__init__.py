"""The rules: pure functions from a round, its facts and a date to findings.

A rule reports; `assess` draws the conclusions. Each rule's id has its words in `messages`.
"""
