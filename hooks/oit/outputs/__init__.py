"""Outputs: pure functions from an assessment to pages and bytes by path. None writes anything."""
