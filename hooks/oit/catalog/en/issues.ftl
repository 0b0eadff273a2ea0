# Issues of the forge. The Thai letter comes first; of these, the sentences that stand after `[EN]`.

to = To { $posts }
to-with-handles = To { $posts } ({ $handles })

late-title = { $status }: { $item } ({ $year })
late-subject = Subject: information to be disclosed, item { $item }
late-intro = The daily check found the following to be done for item { $item } of B.E. { $year }.
late-ending = A program keeps this issue, and closes it when the item is in order.

due-title = Deadlines of the { $division }
due-subject = Subject: what is to be published or confirmed within 30 days
due-intro = The following is due within 30 days of { $day }.
due-line = { $day }: item { $item } { $what }
due-ending = A program keeps this issue: what is to be published or confirmed in the coming 30 days.

heartbeat-title = The daily check of what is current
heartbeat =
    The daily check last ran on { $day } at { $time }, Bangkok time: { $overdue } items are to be acted on,
    and { $coming } sections have deadlines within 30 days. If that is more than two days ago, the check has stopped.

done = This is in order now.
duplicate = There is an earlier issue of this.

live-title = The published site is not up to date
live-found = The published site is not the one that was deployed last: { $address }
live-ending =
    Publish again; then check the host and its caches. A program closes this issue when the site is up to date.
