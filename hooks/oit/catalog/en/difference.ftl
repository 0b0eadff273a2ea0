# What entries would change, before they are written, item by item.

item = Item { $item } { $title }, B.E. { $year }
whose = { $what } – { $division }
of-periods = { $periods }, { $what }
new = { $kind ->
        [file] new file “{ $title }” ({ $where })
        [url] new link “{ $title }” ({ $where })
        [section] new text “{ $title }”
       *[none] nothing to disclose, because “{ $title }”
    }
replaced = corrected “{ $title }”, because “{ $reason }”
confirmed = confirmed by { $post }, because “{ $note }”
status = the status changes from “{ $before }” to “{ $after }”
status-same = the status stays “{ $after }”
due = still to be done
