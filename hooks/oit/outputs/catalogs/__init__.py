"""Catalogues of the data: DCAT, Data Package, Thailand’s catalogue."""
