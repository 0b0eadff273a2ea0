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

# Help of the options of `oit due`.

within = overdue, or due within so many days
format = text, or JSON
