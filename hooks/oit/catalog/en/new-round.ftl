# Words of `oit new-round`, and the notes in the policy of a new round.

from = a mandate.yml to start from
is-there = The round { $year } is in { $folder } already. Nothing was changed.
nothing-to-copy = There is no round to carry over. Name a mandate with --from.
approvers-written = { $file } is updated
approvers-unwritten = { $file } could not be written, use oit codeowners
approvers-absent = there is no { $file }; oit codeowners makes it
opened = The round { $year } is open in { $folder }.
contents = { $items } items and { $parts } parts, by the mandate of { $source }
days = it opens on { $opens } and closes on { $closes }
deadlines = first due { $first }, last { $last }, { $count } in all
next =
    Next:
      1. Review { $folder }/mandate.yml against this year’s notice.
      2. Review the { $holidays } holidays in { $folder }/round.yml.
      3. Remove the notes that ask for it (items, holidays), and submit the round before it opens.
drafts = 4. { $count ->
        [one] { $count } file
       *[other] { $count } files
    } of last round’s measures and results are drafts in { $folder }. Update them, and move them out when this year’s are there.
note-items = Carried over from fiscal year { $year }; to be checked against this year’s notice.
note-closes = The closing day is the deadline of the last period, this project’s own policy.
note-days = The days after a period and the warning days are this project’s own policy.
note-witness = The history of the records tells when they were recorded, this project’s policy.
note-holidays = The holidays were proposed by a library; to be checked with the cabinet’s list.
