"""What `run.py bench` measures, and how it shows it."""
