"""The schema of what people write, as Pydantic models: a module a YAML file.

`oit_items/` holds the records and policy files, `mkdocs.yml` the settings under `extra.oit`. Models
may import the modules beside the rooms (`periods`, `web_address`) and nothing else of the engine.

Class docstrings and field titles are read by people too: Pydantic writes them into the JSON
Schemas under `.vscode/schemas/` (`oit schemas`), and the browser form shows titles and
descriptions of fields.
"""
