"""Compares a published site with an index kept earlier: nothing disappears, no past is rewritten.

`snapshot` is what both tell, `told` what the newer one says of what is gone; `disappeared` and
`rewritten` look, `check` puts them together and compares rules.
"""
