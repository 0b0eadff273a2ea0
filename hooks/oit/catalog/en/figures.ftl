# The number with which a page opens: what it counts, of which period, and how it changed.
baht = baht
million-baht = million baht
exact = { $caption } · { $amount } baht
cases = { $count ->
    [one] complaint
   *[other] complaints
    }
entries = { $count ->
    [one] entry
   *[other] entries
    }
nothing = Nothing
amount = { $value } { $unit }
of-period = { $name }, { $period }
# What each kind of table counts.
kind-collected = Collected
kind-spent = Budget spent
kind-planned = Plan of the year
kind-purchases = Purchases
kind-subsidies = Community subsidies
kind-complaints = Complaints of corruption
# How many rows the tables have.
rows-collected = In { $count } categories
rows-spent = For { $count } works
rows-planned = For { $count } works
rows-purchases = { $count ->
    [one] 1 purchase
   *[other] { $count } purchases
    }
rows-subsidies = { $count ->
    [one] 1 subsidy
   *[other] { $count } subsidies
    }
rows-complaints = Received in this period
# The change against the period just before.
before = { $months ->
    [1] the month before
    [3] the quarter before
    [6] the half-year before
   *[other] the period before
    }
more = { $amount } more than { $before }
less = { $amount } less than { $before }
same = The same as { $before }
# Sentences.
largest = The largest is “{ $name }”, { $amount }
of-plan = { $spent } of { $plan } baht was spent ({ $percent } per cent of the plan for this period).
left = { $amount } is left.
over = This is { $amount } over the plan.
of-year = It is { $percent } per cent of the year’s plan of { $amount }.
furthest = Furthest below the plan is “{ $name }”
share-of-plan = % of the plan
spent-of = { $spent } of { $plan } baht
closed = { $count ->
    [one] 1 complaint was closed in the same period.
   *[other] { $count } complaints were closed in the same period.
    }
in-round = Since the round opened { $count } were received and { $closed } closed.
