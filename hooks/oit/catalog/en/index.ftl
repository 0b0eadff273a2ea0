# Words on reading a published index.

credentials = The address { $address } carries a user’s name or a password. Leave that part out.
unreadable = “{ $place }” cannot be read as an index.json of version 1.
