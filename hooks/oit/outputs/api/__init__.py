"""The machine-readable index: JSON, CSV and their schemas."""
