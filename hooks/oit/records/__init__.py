"""Text into a `Site`: strict YAML, validation, Markdown, the folder."""
