# Why the site is not published yet. Only what is true of the others: who submitted nothing is not among them.
blocked = Not published yet: waiting for { $causes }. What other divisions submitted is in order.
item = { $item } ({ $divisions })
settings = the policy or the settings of the website
settings-alone = Not published yet: the policy or the settings of the website have to be fixed. What divisions submitted is in order.
