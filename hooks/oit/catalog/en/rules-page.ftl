# The page of what messages mean

lead = What each message means and how to fix it, by its code.
expected = What is right
remedy = How to fix it
example = What makes this message appear
