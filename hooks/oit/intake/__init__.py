"""What a file that arrives is taken for, and why: facts and an assessment go in, guesses out."""
