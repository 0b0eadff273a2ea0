"""The pages that people read, in Thai, and some in English: words from Jinja templates.

`pages.pages` lists them all; the modules have a page or a group of pages each. May import what
`outputs` may, the modules of `outputs` above this folder, `outputs/form` and `outputs/api`.
"""
