"""The words that people read, in Thai and English, and how they are put together."""
