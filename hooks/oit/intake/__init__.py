"""What a file that arrives is taken for, and why: facts and an assessment go in, guesses out.

`said` is what it says of itself, `terms` the words of what is asked for, `speaking` weighs one by
the other, `taken` makes guesses of that; `questions` has what is asked and what goes back, `alone`
what keeps a file from being published at all, `replies` the e-mail, `shown` its look.
"""
