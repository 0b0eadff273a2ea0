# Letters of the office: the monthly report to its director, and the reminder to a division.
# A memorandum (form 2) of the Regulation of the Office of the Prime Minister on Correspondence,
# B.E. 2526 (1983), clause 12.

# Parts of a memorandum
memo = Memorandum
agency = Agency
telephone = Tel. { $number }
number = No.
day = Date
subject = Subject
to = To
post = Post
noted = Noted
enclosure = Enclosure

# The posts that letters are addressed to
director = Director, { $office }
head = Head of the { $section }
head-of-schools = Directors of the schools

demonstration = A demonstration website: some data are samples, not real, and must not be relied upon

# The report to the director
report = Report on public disclosure (OIT), { $month }
    .cause = The { $office } has to disclose { $count } items of the assessment of public disclosure (OIT) in fiscal year { $year }. { $state ->
        [closed] The round is closed; their state
       *[open] Their state
    } on { $day } was as follows.
    .in-order = { $status }: { $full } of { $count } items
    .count = { $words }: { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
    .done = Published in the month: { $published }; confirmed: { $confirmed }
    .before = At the end of the month before, { $full } of { $count } items were current
    .late = { $count ->
        [0] Nothing is overdue or to be corrected.
       *[other] Overdue or to be corrected:
    }
    .coming = { $count ->
        [0] Nothing is due by { $until }.
       *[other] Due by { $until }:
    }
    .enclosed = The number of items of each division is in the enclosure.
    .closing = { $late ->
        [0] For your information.
       *[other] For your information, and for instruction of the divisions concerned.
    }
late = Overdue or to be corrected
coming = Due within { $days } days
late-item = { $item } { $title }: { $status } ({ $division })
late-status = { $status }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
coming-day = { $day }: { $items }
more = and { $count } more { $unit ->
        [items] { $count ->
            [one] item
           *[other] items
        }
        [entries] { $count ->
            [one] entry
           *[other] entries
        }
       *[days] { $count ->
            [one] day
           *[other] days
        }
    }

# The table of divisions
divisions = Disclosure by division
    .division = Division
    .current = Items current / items to send

# The reminder to a division
reminder = Request to update public data (OIT), fiscal year { $year }
    .cause = The { $division } is responsible for data to be disclosed in the assessment of public disclosure (OIT), fiscal year { $year }. On { $day } the following is to be done.
    .nothing = The { $division } is responsible for data to be disclosed in the assessment of public disclosure (OIT), fiscal year { $year }. { nothing-due }
    .late = Already overdue; please see to it
    .coming = Due by { $until }
    .publish = Where something is not yet published, please add it in the form on the website, or send the file to the ITA coordinator.
    .confirm = Where data are to be updated or confirmed, please confirm those that are still right, with the post of who confirms and the reason.
    .closing = { $count ->
        [0] For your information. Thank you for keeping the data current.
       *[other] For your action. Thank you for your part in public disclosure.
    }
nothing-due = At present nothing is overdue, and nothing is due by { $until }.
overdue-duty = { $item } { $duty } ({ $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    })
invalid-item = { $item } { $title }: { $status }
coming-duty = { $day }: { $item } { $duty }
waived = { $duty } (waived until { $until })
