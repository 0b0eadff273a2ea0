"""Links to other sites, and what became of them over the days."""
