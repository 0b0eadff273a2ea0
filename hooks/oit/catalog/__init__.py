"""The catalogue: every word that people read, in Thai and English, in the Fluent format.

`th/<area>.ftl` and `en/<area>.ftl` have the same messages; `glossary.yml` has the terms that they
share. Texts of pages stand in templates, and what an office writes in its documents.
"""

from oit.catalog.catalog import beside, both, english_line, joined, say
from oit.catalog.fluent import has, ids, variables
from oit.catalog.sources import Language

__all__ = ["Language", "beside", "both", "english_line", "has", "ids", "joined", "say", "variables"]
