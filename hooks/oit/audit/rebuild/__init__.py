"""Compares a published site with what its commit gives: `settings` repeats, `compare` compares."""
