"""What an upgrade changes in the records and policy of an office, one numbered module a change.

A module is pure: texts by path in, those that change out. It is never edited once a version has it.
"""
