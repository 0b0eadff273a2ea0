"""The page of an item: what people came for first, what it is judged by in a fold at its end."""
