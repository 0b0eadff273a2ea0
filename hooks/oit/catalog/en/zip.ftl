# Words of `oit zip`.

not-packed = Not packed, because:
packed =
    { $file } is written, of commit { $commit }, as of { $day }.
    When it is deployed, run oit deployable with the site’s address and --commit { $commit }
uncommitted = { $count } files are not committed, such as { $file }, so nothing was packed. Commit them first.
