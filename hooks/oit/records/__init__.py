"""From the folder of an office to a `Site`: strict YAML, validation, Markdown, the disk.

`load_site` is the way in. Whatever cannot be read becomes a finding of the `Site`; nothing here
judges dates or completeness. May import `model`, `evidence` and the modules beside the rooms.
"""

RECORDS = "oit_items"
"""The folder of the records, from the root of a site."""
