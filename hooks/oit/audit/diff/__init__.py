"""What changed from one published index to another."""
