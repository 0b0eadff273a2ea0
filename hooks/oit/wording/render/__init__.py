"""The one renderer: diagnostics and reports of them as text, Markdown, JSON, CSV, annotations."""
