"""One entry of a record, made the same way for a command, the desk and the inbox.

`selection` finds the item, cell and record that are meant, with `prompts` where the arguments leave
something open; `transaction` judges the change and writes it; `refusals` is why it does not.
"""
