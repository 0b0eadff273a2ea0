# What was published (Atom) and what is due (iCalendar)
updates = Latest publications – { $office }
update = { $item } { $title } · { $division } · published { $day }
calendar = OIT deadlines – { $owner }
demonstration = { $name } (demonstration website)
due = OIT deadline
overdue = OIT overdue
event = { $heading } { $items } – { $division }
more = { $items } and { $count } more
see = See the deadlines: { $address }
duty = { $item } { $title }: { $duty }
