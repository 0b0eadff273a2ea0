"""The public contract, version 1: addresses, JSON documents and CSV rows that the site publishes.

`addresses` has every path, `index` and `documents` the JSON documents, `rows` the CSV files.
Version 1 only gains optional fields and trailing columns (design: the public contract).

Imports `model`, and of `records` only the prefix of anchors; nothing that assesses or renders.
"""
