"""What follows from an assessment: what is due, trend, statistics, reports."""
