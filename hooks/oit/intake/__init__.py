"""What a file that arrives is taken for, and why: facts and an assessment go in, guesses out.

`file_words` is what it says of itself, `terms` what is asked for, `weights` weighs one by the
other, `guesses` names cells by that; `questions` has what is asked and what goes back, `faults`
what keeps a file from being published at all, `replies` the e-mail, `preview` its look.
"""
