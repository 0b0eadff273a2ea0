"""Tables of offices: read as they are made, checked against a schema, written as open CSV.

`read_table` → `conform` to a schema → `check`. Bytes to values, and nothing else.
"""
