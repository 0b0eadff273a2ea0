"""The engine: records of an office in, its disclosure site out.

`pipeline` shows how the data flows, on one page. Each room (package) says in its own docstring
what it is for and what it may import. The modules beside them (`findings`, `diagnostics`,
`periods`, `escaping`, `web_address`) are the ground: values and functions that all rooms may
use. Only `mkdocs_plugin` knows MkDocs. Files are opened by `records.disk`, `evidence` and `system`,
and by the commands; the other rooms read no disk, clock, network or environment.
"""
