# What is to be published or confirmed, and by when: `oit due`, previews, calendars, reminders.

level = to do
duty = { $what } ({ $division })
confirmation = update or confirm
of-period = { $what } { $period }
waived = waived until { $until }
day = { $day } · { $left ->
        [0] today
        [one] in { $left } day
       *[other] in { $left } days
    }
day-passed = { $day } · { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
nothing = Nothing is to be published or confirmed in this time.

status = { $item }: { $status }
status-until = { $item }: { $status }, next due { $due_on }
closed = This round closed on { $day }. What is added later is shown on the site, and does not change its result.
to-do = Still to be done:
still = { $status }, { $count } still to be done
