"""What `oit add`, `oit none` and `oit confirm` share.

`selection` finds the item, cell and record that are meant, with `prompts` where the arguments leave
something open; `transaction` judges the change and writes it.
"""
