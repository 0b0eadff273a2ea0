"""Tables of offices: read as they are made, brought to a schema's columns, checked against it.

`read.read_table` → `conform.conform` → `check.check`; `sheets` puts these together. Bytes go in,
plain values come out. Within `evidence` these modules use `archive`, `faults`, `limits`,
`visibility` and `xml` only; below that `escaping` and `periods`.
"""
