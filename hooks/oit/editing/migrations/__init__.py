"""What an upgrade changes in an office: one numbered module a change, and the plan of them all.

A module is pure: texts by path in, those that change out. It is never edited once a version has it.
"""
