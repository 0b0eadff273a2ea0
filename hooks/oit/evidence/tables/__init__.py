"""Tables of offices: read as they are made, brought to a schema's columns, checked against it.

`read.read_table` → `conform.conform` → `conform.check`. Bytes go in, plain values come out. Within
`evidence` these modules use `archive`, `faults` and `limits` only; below that `open_csv` and
`periods`.
"""
