# The page of deadlines, and what other pages share with it.

here = You are here
now = Overdue now
late-by = { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
many-owners = { $count ->
        [one] { $count } section
       *[other] { $count } sections
    }
next = Next deadlines
ahead = { $count ->
        [one] { $count } day of deadlines is left before the round closes on { $day }
       *[other] { $count } days of deadlines are left before the round closes on { $day }
    }
none-ahead = No deadline is left before the round closes on { $day }
closed = The round closed on { $day }, so there is no further deadline
in-days = in { $days } days
today = due today
later = Deadlines after 60 days
after = Deadlines after the round closes
after-note = They do not affect the assessment of this round
punctuality = Punctuality
some-late = By { $day }, { $owed } entries were to be published, of which { $late } are late or missing. Confirmations are not counted.
none-late = By { $day }, { $owed } entries were to be published, and none is late. Confirmations are not counted.
others = { $count ->
        [one] { $count } other section
       *[other] { $count } other sections
    }
all = All { $count } sections
owed = To publish
late = Late or missing
days = Days late
follow = Follow the deadlines in your calendar
calendar = Calendar of the whole office (ICS)
calendars = Calendars of the sections
news = News of publications (Atom)
filter-count = { $shown } of { $all } are shown
filter-none = No deadlines of the chosen section
