"""The public contract (v1): names, addresses, schemas and rows."""
