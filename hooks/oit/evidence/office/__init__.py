"""What office files hide, carry and do: found element by element, so that it can be removed too."""
