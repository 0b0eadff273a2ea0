"""Compares a published site with an index kept earlier: nothing disappears, no past is rewritten.

`snapshot` is what both tell, `told` what the newer one says of what is gone; `disappeared`,
`rewritten` and `rules` look, `check` puts them together.
"""
