# Periods of the fiscal year, and how often something is due.
month = { $month } { $calendar_year }
    .short = { $month } { $calendar_year }
quarter = Quarter { $ordinal } of fiscal year { $year } (B.E. { $buddhist_year })
    .short = Q{ $ordinal }
half = { $ordinal ->
    [1] First half of fiscal year { $year } (B.E. { $buddhist_year })
   *[other] Second half of fiscal year { $year } (B.E. { $buddhist_year })
    }
    .short = H{ $ordinal }
year = fiscal year { $year } (B.E. { $buddhist_year })
    .short = FY{ $year }
monthly = every month
quarterly = every 3 months
semiannual = every 6 months
annual = every year

# The names of the months, from January, as in the Unicode locale data.
months = January February March April May June July August September October November December
    .short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
