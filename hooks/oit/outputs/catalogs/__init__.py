"""Catalogues of the disclosed data: DCAT, Data Package, GD Catalog, CKAN.

Each is made from the published index or the evidence files; `files` writes bytes.

Imports `contract`, `outputs.api`, `outputs.evidence_files`, and below them `model`, `evidence` and
`wording`; no page, and nothing that assesses.
"""
