"""The library of the disclosure-site generator: records in, an assessment and its outputs out.

Nothing in this package knows MkDocs, reads a clock or prints; `records` alone reads the disk.
"""
