# Words of `oit add` for a workbook of many periods.

hides = “{ $file }” hides something, so its sheets cannot be split. Remove or show it, or { $way ->
        [inbox] answer yes by --answer to remove it.
        [desk] answer “Remove it from the published file”.
       *[command] add --clean.
    }
twice = The sheets “{ $first }” and “{ $second }” are of one period. Rename or delete one of them.
sheet = Sheet “{ $sheet }” → { $period }
left-out = Sheet “{ $sheet }” is left out: { $why ->
        [no-period] it names no single period
        [foreign] its period is not one of the round
        [empty] it has no data
        [early] its period has not ended
       *[filled] its period has evidence
    }
nothing-left = “{ $file }” has no sheet of a period that still lacks evidence.
question = publish all { $count } periods, { $first } to { $last }?
unasked = This file has { $count } sheets, { $first } to { $last }. Nothing was written. { $way ->
        [inbox] Answer yes by --answer to publish all { $count } periods.
        [desk] Answer “Publish all periods” to publish all { $count } periods.
       *[command] Add --yes to publish all { $count } periods.
    }
unreadable = The sheets of “{ $file }” could not be read.
added = item { $item }, { $requirement }, { $count } periods
