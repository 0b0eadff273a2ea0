"""Whether a published index and what it names are what they say: judged without disk or network."""
