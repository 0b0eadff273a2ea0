# The command oit fix.
yes = fix without asking
shown = { $count ->
    [one] One place is known exactly:
   *[other] { $count } places are known exactly:
    }
item = Item { $item }
evidence = evidence “{ $title }”
entry = evidence no. { $number }
field = field “{ $field }”
line = line { $line }
change = { $place }: { $before } → { $after }
removal = { $place }: delete { $before }, which repeats a line above
question = fix all of this?
not-written = Nothing was fixed; oit fix --yes fixes without asking.
written = { $count ->
    [one] Fixed one place.
   *[other] Fixed { $count } places.
    }
remaining = { $count ->
    [one] One finding needs a person:
   *[other] { $count } findings need a person:
    }
clean = Nothing is left to fix.
changed-meanwhile = The file { $file } changed meanwhile, so nothing was fixed; please run oit fix again.
unknown = There is no item or file “{ $place }”; name an item such as O15, or a file in oit_items.
