"""What may be written under `oit_items/` and in `extra.oit`: the schema, as classes."""
