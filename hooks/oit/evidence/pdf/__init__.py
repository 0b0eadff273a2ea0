"""PDF files: what their readers see of each page, what else they carry and do, and its removal.

`read` puts it together: `pages` draws each page by `operators` on a `canvas`, `visibility` judges
every letter, `lines` makes text of those that are seen; `contents` and `leftovers` look at the
objects besides.
"""
