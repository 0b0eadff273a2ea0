"""The indexes of many offices together: `sites_file` says whose, `judge` which of them count.

`tables` makes rows of them, `punctuality` figures, `overview` a page, `report` what is printed.
`state` is what is remembered between two harvests. It writes and fetches nothing itself.
"""
