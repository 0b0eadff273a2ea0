# What is done to a file on its way into the site.

repaired-csv = saved as UTF-8, separated by commas
repaired-pdf = removed what stood before the PDF
old-format = { $file } is an old .{ $old } file. Open it and save it as .{ $new }.
saved-new = saved as .{ $new } instead of .{ $old } by LibreOffice
removed = removed
hides = “{ $file }” holds what its readers do not see, or what acts by itself:
more = and { $count } more
question = remove this from what is published? Your own file stays as it is.
unasked = { $way ->
        [inbox] yes by --answer removes it
        [desk] the answer “Remove it from the published file” to the question about this file removes it
       *[command] --clean removes it
    }
