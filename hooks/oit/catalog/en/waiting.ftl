# Why the site is not published yet. Only what is true of the others: who submitted nothing is not among them.
blocked = Not published yet: waiting for { $causes }. What other divisions submitted is in order.
item = { $item } ({ $divisions })
settings = the settings of the website
