"""Compares two published indexes: `compare` and `evidence` find changes, `report` lays them out."""
