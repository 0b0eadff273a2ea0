# What each rule of the gate says: the message tells what was found; `.likely` what to write, where that is known;
# `.expected` what would be right; `.remedy` what to do; `.help` the reason. Who prints it adds where it is.

## What is late

stale = Item { $item } is { $days } days overdue. It was last confirmed on { $last }, must be updated { $frequency }, and was due on { $deadline }.
    .expected = an update or a confirmation by { $deadline }
    .remedy = Publish what is owed. If nothing has changed, confirm it with the post of the officer who confirms and the reason.
    .help = Each item must be updated or confirmed once in each period. This message appears when the deadline of a period has passed without either. If nothing has changed, a confirmation is enough.
never-confirmed = Item { $item } has not been updated or confirmed in this round and is { $days } days overdue. It must be updated { $frequency } and was due on { $deadline }.
    .expected = an update or a confirmation by { $deadline }
    .remedy = Publish the data and enter the date in “updated”.
    .help = A record without an update or a confirmation in the round counts as never confirmed. It is overdue once its first deadline has passed.
missing = Item { $item } has no “{ $what }”. It was due on { $deadline } and is { $days } days overdue.
    .expected = evidence of “{ $what }” by { $deadline }
    .remedy = Attach a file, give a web address, or add a heading to the text, and list it under “evidence”.
    .help = Each requirement needs evidence for each of its periods by the deadline. Late evidence still counts, and the number of days late is shown.
missing-or-none = Item { $item } has no “{ $what }”. It was due on { $deadline } and is { $days } days overdue.
    .expected = evidence of “{ $what }” by { $deadline }, or a statement that there is nothing to report (none)
    .remedy = Attach the file. If there is nothing to report, state “none” with the reason.
    .help = A period with nothing to report must say so, so that the public can tell it from one that is overdue.

## The file of a record

file-blank = The file { $file } is empty.
    .expected = the fields and the text of the record
    .remedy = Enter the data again, or ask { -computer-officer } to restore the earlier version of the file.
    .help = An empty file usually comes from a failed save and is not treated as data.
text-too-large = The file { $file } is { $bytes } bytes, larger than a record may be.
    .expected = at most 1,000,000 bytes
    .remedy = Move the long part into an evidence file, and keep the fields and a description.
    .help = A record is short text. Attach long documents as evidence files.
not-utf8 = The file { $file } is not UTF-8 text, so its Thai cannot be read.
    .expected = text saved as UTF-8
    .remedy = Open it in a text editor and save it again with the encoding UTF-8.
    .help = Older programs save Thai as TIS-620 or Windows-874, which a website shows as unreadable characters.

## The fields at the top of a file

no-front-matter = The file { $file } does not begin with its fields.
    .likely = Enter this line as three dashes ({ $likely }).
    .expected = a first line of three dashes (---), the fields, and another line of three dashes
    .remedy = Put the fields at the top of the file. The record of another item is an example.
    .help = A record has two parts: the fields between two lines of three dashes, and the text after them.
front-matter-open = The fields at the top of { $file } have no closing line.
    .likely = Enter this line as three dashes ({ $likely }).
    .expected = a line of three dashes (---) after the last field
    .remedy = Add a line of three dashes (---) after line { $after }, which is the last field, before the text.
    .help = The end of the fields must be marked, so that the text can be told from them.
yaml-broken = { $file } cannot be read from this line on.
    .likely = Enter this line as { $likely }.
    .expected = one field on each line: name, colon, space, value
    .remedy = Check this line and the one before. A text that contains a colon needs quotation marks around it; brackets and quotation marks come in pairs; indent the line like its neighbours.
    .help = The error is usually on the line named or on the one before it.
yaml-tab = This line is indented with a tab.
    .likely = Delete the space before the line, press the space bar { $count } times, and enter “{ $likely }”.
    .expected = indentation with spaces
    .remedy = Delete the space before the line and use the space bar, so that it lines up with its neighbours.
    .help = Fields are indented with spaces only, because programs show tabs in different widths.
yaml-space = This line has no space after its colon.
    .likely = Enter “{ $likely }”.
    .expected = a name, a colon, a space and the value
    .remedy = Put a space after the colon.
    .help = Without the space, programs read the whole line as one text and find no field.
yaml-colon = The text on this line contains a colon and has no quotation marks around it.
    .likely = Enter { $likely } instead.
    .expected = a text with a colon inside quotation marks
    .remedy = Put quotation marks around the whole text.
    .help = A colon separates a field from its value. In a text without quotation marks it is read as another field.
yaml-duplicate-key = The field “{ $found }” appears twice.
    .likely = Write { $likely }.
    .expected = each field once
    .remedy = Keep the correct line and delete the other.
    .help = With a field entered twice the system cannot tell which value is meant, so it chooses neither.
yaml-alias = A value on this line begins with & or *, which is not allowed here.
    .likely = Write { $likely }.
    .expected = the full value in every field
    .remedy = Enter the value in full. Text that begins with & or * needs quotation marks.
    .help = Such references can make the data grow without limit, so they are not allowed.
yaml-tag = A value on this line begins with “{ $found }”, which is not allowed here.
    .likely = Write { $likely }.
    .expected = a plain value without ! before it
    .remedy = Delete the mark. Text that begins with ! needs quotation marks.
    .help = Such marks can be used to run programs, so they are not allowed.
yaml-too-deep = The fields are nested too deeply from this line on.
    .expected = at most 20 levels
    .remedy = Compare the brackets and the indentation of this line with the record of another item.
    .help = Fields usually have no more than five levels.
yaml-no-fields = The file { $file } has no fields.
    .expected = lines of name, colon and value
    .remedy = Enter the fields. The record of another item is an example.
    .help = The top of the file consists of names and values, not of plain text or a list without names.

## Files and folders that must be there

policy-absent = The file { $file } is missing.
    .expected = the file “{ $found }” in its folder
    .remedy = Ask { -computer-officer } to restore the earlier version of the file.
    .help = This file says what must be disclosed and when. Without it nothing can be checked, so nothing is published.
policy-unreadable = The site's settings (extra.oit) in { $file } cannot be read.
    .expected = a part “extra” with “oit” in it
    .remedy = Ask { -computer-officer } to correct mkdocs.yml, so that the part “oit” is inside the part “extra”.
    .help = These settings hold the name of the office, the mode of the site and the accepted file types.
folder-unreadable = The folder { $file } cannot be opened.
    .expected = a folder that exists and can be read
    .remedy = Ask { -computer-officer } to check that the folder exists and can be read.
    .help = All data is read from folders. While one cannot be opened, nobody knows whether the data is complete.
file-unreadable = The file “{ $found }” cannot be opened.
    .expected = a file that can be read
    .remedy = Attach the file again. If it still cannot be opened, ask { -computer-officer } to check its permissions.
    .help = A file that cannot be opened cannot be published.

## Fields and their values

field-missing = The field “{ $key }” is required and has not been filled in.
    .likely = Enter “{ $key }: { $likely }”.
    .expected = the field “{ $key }”, with a value
    .remedy = Fill in the field. In the file, add a line { $key }: followed by the value.
    .help = Some fields are required, because nothing can be checked without them.
field-empty = This field has no value.
    .likely = Enter “{ $key }: { $likely }”.
    .expected = a value
    .remedy = Enter a value, or delete the line if the field is optional.
    .help = A blank leaves it unclear whether there is no value or it was forgotten.
field-unknown = There is no field “{ $found }”.
    .likely = You probably mean “{ $likely }”.
    .expected = the name of an existing field
    .remedy = Correct the name, or delete the line if it is not needed.
    .help = A misspelt field would have no effect, so every field that does not exist is reported.
field-renamed = The field “{ $found }” has a new name. Lines in { $file } with the old name: { $count }.
    .expected = { $expected }
    .remedy = Enter { $expected } on this line and on the others in the file, or ask { -computer-officer } to run oit upgrade, which changes every file.
    .help = Since version 0.2 the day of a confirmation and of a holiday is called date, because other programs read the old name (on) as yes or no.
wrong-type = The field “{ $key }” does not accept this value.
    .likely = Enter { $likely }.
    .expected = text in a text field, several values in a field that takes several, true or false in a field that offers the two
    .remedy = Enter the value again. For text, enter one text without square brackets. Where the field takes several values, put them in square brackets with commas between.
    .help = For instance several values where one text belongs, or anything but true or false for “sample”.
kind-unknown = There is no kind of evidence “{ $found }”.
    .likely = Write “{ $likely }”.
    .expected = file, url, section (a heading in the text) or none
    .remedy = Enter file, url, section or none in “kind”.
    .help = There are four kinds of evidence, each with fields of its own.
choice-unknown = The field “{ $key }” does not accept “{ $found }”.
    .likely = You probably mean { $likely }.
    .expected = one of these values: { $allowed }
    .remedy = Enter one of these values: { $allowed }.
    .help = Some fields accept a few values only, such as the mode of the site, which is demonstration or production.
frequency-unknown = There is no frequency “{ $found }”.
    .likely = Write “{ $likely }”.
    .expected = { $allowed }
    .remedy = Enter monthly, quarterly, semiannual or annual.
    .help = No deadline can be calculated without a known frequency.
item-malformed = “{ $found }” is not a valid item number.
    .likely = Enter “{ $likely }”.
    .expected = the letter O and a number such as O1 or O15, without a leading zero
    .remedy = Enter the item of the folder.
    .help = Items are written with a capital letter O, not a zero.
period-format = “{ $found }” is not a valid period.
    .likely = Enter “{ $likely }”.
    .expected = a month such as 2025-03 (Common Era), a quarter such as FY2568-Q2, a half-year such as FY2568-H1, or a year such as FY2568
    .remedy = Enter the period as 2025-03 (month), FY2568-Q2 (quarter) or FY2568-H1 (half-year). For a month in the Buddhist Era, subtract 543 from the year.
    .help = Months use Common Era years, like dates. Quarters and half-years use the Buddhist fiscal year.

## Dates

date-empty = This field has no date.
    .expected = a date such as 2025-04-17
    .remedy = Enter the date, or delete the line if there is none yet.
    .help = A blank leaves it unclear whether there is no date yet or it was forgotten.
date-buddhist = The date { $found } is in the Buddhist Era.
    .likely = Enter { $likely_iso }; the site shows the Buddhist year automatically.
    .expected = a date in the Common Era, such as 2025-04-17
    .remedy = Subtract 543 from the year.
    .help = Dates are stored in the Common Era and shown in the Buddhist Era on the site.
date-thai-digits = The date { $found } uses Thai digits.
    .likely = Enter { $likely_iso }.
    .expected = a date with Arabic digits in the Common Era, such as 2025-04-17
    .remedy = Enter the date with Arabic digits and the Common Era year.
    .help = Dates use Arabic digits so that other programs can read them.
date-impossible = There is no day { $found } in the calendar.
    .expected = a day that exists, such as 2025-04-17
    .remedy = Check the month and its number of days, and enter the date again.
    .help = For instance 30 February, 31 April or month 13.
date-format = “{ $found }” is not a valid date.
    .likely = Enter { $likely_iso }.
    .expected = a date such as 2025-04-17 (year-month-day)
    .remedy = Enter the date as year-month-day.
    .help = Dates are stored in one form, year-month-day, so that all programs read them alike.
date-time = “{ $found }” has a time of day after the date.
    .likely = Enter { $key }: { $likely_iso } instead.
    .expected = a date alone, such as 2025-04-17
    .remedy = Delete the time and keep the date.
    .help = Dates copied from Excel and other systems often include a time. A date field takes the date alone.
date-zeros = In “{ $found }” the month or the day has one digit.
    .likely = Enter { $key }: { $likely_iso } instead.
    .expected = a month and a day of two digits each, such as 2025-04-09
    .remedy = Put a zero before a month or a day of one digit.
    .help = With two digits everywhere, dates are sorted and found correctly.
date-future = The date { $found } is in the future.
    .expected = a date no later than today ({ $expected })
    .remedy = Enter the day on which it was done.
    .help = Updates, confirmations and publications are dated on the day they were done, not in advance.

## Folders and items

bundle-absent = The folder { $found } of item { $item } is missing.
    .expected = the folder { $file } with a record.md
    .remedy = Ask { -computer-officer } to restore the folder, or create it again with the form.
    .help = Every item of a round has a folder, even while there is nothing to publish.
record-absent = The file { $found } of item { $item } is missing.
    .expected = the file { $file }
    .remedy = Ask { -computer-officer } to restore the file, or create it again with the form.
    .help = record.md is what the lead section discloses. Every item has one.
part-absent = Item { $item } has no data from the { $division } ({ $found }).
    .expected = the file { $file }
    .remedy = Ask the section to submit its part, or ask { -computer-officer } to restore the file.
    .help = For some items each section submits its own data, so each has a file of its own.
item-unmandated = There is a folder for { $found }, but this round has no such item.
    .expected = only the items of this round
    .remedy = Check the number. Delete the folder if it is no longer used. If the item is missing from the mandate, tell { -ita-coordinator }.
    .help = Items change from year to year, so folders are checked against the mandate of the round.
item-mismatch = The record says item { $found }, but it is in the folder of { $expected }.
    .expected = { $expected }
    .remedy = Enter { $expected } in “item”, or move the file to the folder of its item.
    .help = The item must match the folder, so that nothing is shown under another item.

## Sections and their items

owner-unknown = There is no section “{ $found }”.
    .likely = Write “{ $likely }”.
    .expected = one of { $allowed }
    .remedy = Enter the id of the lead section.
    .help = Sections are entered by their ids in divisions.yml, such as finance.
owner-foreign = “{ $found }” is not a section responsible for item { $item }.
    .expected = one of { $allowed }
    .remedy = Enter a section responsible for this item. If responsibility has changed, tell { -ita-coordinator }.
    .help = The mandate of the round (mandate.yml) names the sections responsible for each item.
owner-not-lead = Item { $item } is led by { $expected }, but the file names { $found }, which contributes to it.
    .expected = { $expected }
    .remedy = Enter { $expected } in “owner”. Data from { $found } belongs in { $found }.md.
    .help = One section leads an item. The others have files of their own.
division-mismatch = The file { $file } names the section “{ $found }”, which does not match the file name.
    .likely = Write “{ $likely }”.
    .expected = { $expected }
    .remedy = Enter { $expected } in “division”, or rename the file.
    .help = The file name says whose part it is, so it must match “division”.
part-unknown = The name of { $file } is not the id of a section.
    .expected = a name from { $allowed }
    .remedy = Rename it to the id of the section, or delete it.
    .help = The only .md files in the folder of an item are record.md and the parts of the sections.
path-unknown = “{ $found }” does not belong here ({ $file }).
    .expected = the round's files and the folders O01 to O22
    .remedy = Move it into the folder of its item, or delete it.
    .help = A file in the wrong place would not be published, so it is reported.
name-reserved = The repository contains “{ $found }”, a name that the system uses while it works ({ $file }).
    .expected = no file or folder of this name in the repository
    .remedy = Ask { -computer-officer } to remove it with git rm -r --cached "{ $file }", or to rename it if it is needed.
    .help = Names that begin with .oit- are for temporary files, which are never stored in the repository.

## Requirements and periods

frequency-looser = Item { $item } is to be updated { $found }, less often than the mandate requires.
    .expected = { $expected }, or more often
    .remedy = Correct “frequency”. If the mandate is not suitable, tell { -ita-coordinator }.
    .help = A section may update more often than the mandate requires, but not less often.
requirement-unknown = Item { $item } has no requirement “{ $found }”.
    .likely = Write “{ $likely }”.
    .expected = { $allowed }
    .remedy = Enter in “for” one of the ids in brackets: { $allowed }.
    .help = Evidence must name its requirement; otherwise it counts for none.
periods-absent = The evidence for “{ $requirement }” names no period.
    .expected = the periods it covers, such as 2025-03
    .remedy = Fill in “periods”.
    .help = Where a requirement is owed for each period, the evidence must say for which.
period-unknown = This requirement has no period “{ $found }”.
    .likely = You probably mean { $likely }.
    .expected = { $allowed }
    .remedy = Enter one of the ids in brackets: { $allowed }. If the requirement has no periods, delete “periods”.
    .help = Each requirement has its periods, such as the months from October to March.
published-before-period = The date { $found } is before the start of { $period }.
    .expected = a date from { $expected } onwards
    .remedy = Check the date against the period.
    .help = Data of a period cannot be published before the period begins. Usually the year or the month is mistyped.
summary-early = The evidence for { $period } is dated { $found }, before the end of the period, so it cannot cover the whole period.
    .expected = the last working day of the period or later, { $expected_iso }
    .remedy = Publish it when the period has ended. If the date is a typing error, enter the actual date in “published”, { $expected_iso } or later.
    .help = Tables and statistics of a period are accepted from its last working day. The mandate may except what is published during a period (during), such as news.

## What evidence is about

content-repeated = The evidence { $found } for { $period } has the same content as { $other_title } for { $other_period } in item { $other_item } ({ $other_file }), and does not name { $period }.
    .expected = content of that period, or one entry that names all its periods
    .remedy = Publish the evidence for { $period }. If one document covers all of them, make it one entry with { $to_write }, or name the period in the document.
    .help = One file may serve several requirements, sections or periods as one entry. Tables and texts are compared by their content, not by their names. A month with nothing to report is an entry of kind none.
address-repeated = The address { $found } for { $period } is the same as that of { $other_title } for { $other_period } in item { $other_item } ({ $other_file }).
    .expected = a page with the data of each period
    .remedy = The approver should check that the page has the data of { $period }. It may also be one entry with { $to_write }.
    .help = One page may gain data every month, so this is for information only.
workbook-of-periods = The file { $file_name } has sheets of { $found } periods, from { $first } to { $last }, but is entered for { $period }. The sheet { $other } belongs to another period.
    .expected = a file with the data of { $period } only
    .remedy = To publish all { $found } periods, run oit add { $item } --for { $owed } with the file and without a period; it makes one file for each. Otherwise attach a file with the sheet of { $period } only.
    .help = A workbook with a sheet for each month cannot serve as evidence of one month, because the others would enter its table and figures. The command oit add splits it and enters all months at once. Until then neither tables nor figures use the file.
period-named-otherwise = In { $what_file }, the title or the name of a sheet names { $named }, but it is entered for { $period }.
    .expected = content that names { $period }
    .remedy = Publish the content of { $period }. If this is the right content, correct the name of the sheet or the title. If the wrong period was chosen, correct “periods”.
    .help = The periods in sheet names and titles are compared with those of the entry. Statistics that name only other periods must be corrected. Where both are named, this is for information only.
rows-of-other-periods = In the file { $file_name }, { $found } of the { $total } rows with dates are dated outside { $period }. For example, { $row } is dated in { $other }.
    .expected = rows dated in { $period }
    .remedy = The approver should check that these rows belong to { $period }. A contract may be signed in the month after, or run for a year.
    .help = Rows are counted if all their dates are outside the period and the month after it. They are reported if they are at least a third of the rows with dates.
office-named-otherwise = In { $what_file }, the title names the district office { $found }, not { $expected }.
    .expected = a document of the district office { $expected }
    .remedy = Publish the document of this office. If this is the right document, correct the name of the office in its title.
    .help = A table whose title names another district office must be corrected. Other documents are reported for information. Samples are not compared.
figures-far-off = In the file { $file_name }, the sum of the column { $column } for { $period } is { $found }. The median of the { $count } earlier periods is { $usual }, and the two differ by a factor of ten or more.
    .expected = figures that have been checked
    .remedy = Check the unit, the decimal point and the number of rows. If they are right, no action is needed.
    .help = The sum of each column is compared with the median of up to twelve earlier periods, and reported if it is ten times that or a tenth of it. The first period has nothing to be compared with.

## Kinds of evidence and their files

none-not-allowed = “None” cannot be stated for “{ $requirement }”, which must always be disclosed.
    .expected = a file, a web address or a heading
    .remedy = Attach the evidence, and correct “kind”.
    .help = Some requirements must always be disclosed, such as a manual.
evidence-belongs-to-part = Evidence for “{ $requirement }” belongs in the file of each section, not in record.md.
    .expected = evidence in the file of a section, such as works.md
    .remedy = Move the entry to the file of its section.
    .help = What each section owes separately counts only in its own file.
file-absent = There is no file “{ $found }” in the folder { $folder }.
    .likely = “{ $likely }” is probably meant.
    .expected = the file “{ $found }” in { $folder }
    .remedy = Attach the file, or make the names match exactly, including the extension.
    .help = Evidence files are kept in the folder of the record.
file-case = The capital letters of “{ $found }” do not match the file in { $folder }.
    .likely = Its actual name is “{ $likely }”.
    .expected = names that match exactly
    .remedy = Correct “file”, or rename the file in lower case.
    .help = Windows opens names that differ only in capital letters; a website does not.
file-name = The file name “{ $found }” does not work on a website or on some computers.
    .likely = Use the name “{ $likely }”.
    .expected = lower-case letters (a–z), digits, dots, hyphens or underscores, beginning with a letter or digit, and not a name that Windows reserves, such as con or nul
    .remedy = Rename the file, for example to summary-2025-03.csv, and correct “file”. Put the Thai name in “title”.
    .help = Thai letters and spaces in file names often break links when they are passed on.
file-outside = The name “{ $found }” refers to a file outside the folder { $folder }.
    .likely = Write “{ $likely }”.
    .expected = a file name alone, without / or \ or a drive
    .remedy = Put the file in { $folder } and enter its name alone.
    .help = Only files in the folder of the item are published, so that no other file is published by mistake.
file-directory = “{ $found }” is a folder, not a file.
    .expected = one file
    .remedy = Enter the name of a file. Several files are several entries.
    .help = Each evidence entry is one file.
file-symlink = “{ $found }” is a link to another file, so it is not published.
    .expected = a real file in the folder
    .remedy = Replace it with the file itself.
    .help = A link may lead to a file that should not be published, so links are not followed.
file-empty = The file “{ $found }” in { $folder } is empty.
    .expected = a file that opens
    .remedy = Attach it again, after checking that it opens.
    .help = An empty file usually comes from a failed upload.
file-type = Files such as “{ $found }” cannot be published.
    .expected = one of the types { $allowed }
    .remedy = Save it as one of these types and attach it again.
    .help = Some types, such as web pages and programs, can harm the person who opens them, so only listed types are accepted.
file-unlisted = The file “{ $found }” is in the folder of item { $item }, but no evidence names it, so it is not published.
    .expected = every file of the folder listed under “evidence”
    .remedy = Add it as evidence, or delete it.
    .help = Usually the file was attached and its entry forgotten, or its name is misspelt in the entry. File names use the letters a–z and digits, such as summary-2025-04.xlsx.
url-malformed = The address “{ $found }” is incomplete.
    .likely = “{ $likely }” is probably meant.
    .expected = a full address that begins with https:// or http://
    .remedy = Copy the whole address from the address bar of the browser.
    .help = Other addresses do not open, or may be harmful.

## Texts and links

section-absent = There is no heading “{ $found }” in the text of { $file }.
    .likely = “{ $likely }” is probably meant.
    .expected = a heading that ends in { "{" }#{ $found }{ "}" }
    .remedy = Add { "{" }#{ $found }{ "}" } at the end of the heading.
    .help = A heading is named by the word in braces at its end.
section-empty = There is no text under the heading “{ $found }”.
    .expected = text under the heading
    .remedy = Write the text under it, or attach a file instead.
    .help = A heading without text does not count as disclosure.
section-repeated = The heading name “{ $found }” is used twice.
    .expected = a different name for each heading
    .remedy = Change one of them.
    .help = The name is an address on the page, so it must be unique.
raw-html = This line contains HTML, which is not allowed.
    .expected = plain text, headings, lists, tables or links
    .remedy = Delete what stands between < and >. To show the sign itself, write \<.
    .help = HTML can harm a reader's computer, so it is never allowed.

## Pages and files written by the office (docs)

docs-active = { $file } contains something that runs in readers' browsers, or sends or embeds data ({ $found }), so it is not published.
    .expected = text, headings, tables, pictures and links
    .remedy = Delete it. For a map use a link, or ask { -ita-coordinator } to add its site to allowed_hosts in mkdocs.yml.
    .help = Scripts, frames, forms and event attributes can harm readers or send data away. They are never allowed, except frames of the sites in allowed_hosts.
docs-foreign = { $file } loads something from another site ({ $found }).
    .expected = pictures and files in the folder docs of this site
    .remedy = Save the picture in docs/assets and use that file, or ask { -ita-coordinator } to add the site to allowed_hosts in mkdocs.yml.
    .help = Another site would learn who reads the page, and could change what is shown. Pages therefore use files of this site only.
docs-outside = { $file } links to an address outside this site ({ $found }).
    .expected = a file or page of this site, or a full address that begins with https://
    .remedy = Correct the link, or enter the full address.
    .help = A link with many ../ can leave the site for something else on the same server.
docs-symlink = “{ $found }” in the folder docs is a symbolic link or a special file, so it is not published.
    .expected = real files and folders
    .remedy = Delete the link and put the file itself there.
    .help = A link can publish a file from elsewhere that nobody has reviewed, so it is never allowed.
docs-hidden = The file { $file } contains content that readers do not see, so it is not published.
    .expected = a file with only what readers see
    .remedy = Remove hidden parts, tracked changes and embedded files, or use the command oit clean.
    .help = Anyone who downloads the file can read what it hides.
docs-unread = The content of { $file } cannot be checked, so it is not published.
    .expected = text, pictures, PDF, current formats of Word and Excel, or fonts
    .remedy = Save it as one of these without a password, or delete it.
    .help = Archives, encrypted files and damaged files may contain personal data that cannot be found.

## The last look before publication

site-active = The generated page { $file } contains something that the system did not put there ({ $found }), so the new site is not published.
    .expected = pages with only the system's own parts and the office's texts
    .remedy = Ask { -computer-officer } to check the plugins and templates named in mkdocs.yml.
    .help = Every page is checked once more before publication, so that no plugin or template adds a script or loads something from elsewhere.
site-unexpected = The file { $file } is not part of the site that was built, so the new site is not published.
    .expected = only what the system generates, and files of docs and oit_items
    .remedy = Ask { -computer-officer } to check the plugins named in mkdocs.yml, and build again.
    .help = The system knows every file that is meant to be published. Nobody has checked any other.
site-incomplete = The file { $file } of the site that was built is missing or differs from the original, so the new site is not published.
    .expected = every file, as it was made
    .remedy = Build the site again. If this message appears again, tell { -computer-officer }.
    .help = Files can be lost or changed when somebody edits during a build, or when the disk is full.

## Links and pictures

link-unsafe = The link “{ $found }” is of a kind that is not allowed.
    .expected = https, http, mailto, tel, or the name of an evidence file of this record
    .remedy = Correct the link or delete it.
    .help = Some links run a program on the reader's computer, so they are never allowed.
link-absent = The link “{ $found }” does not match an evidence file or a heading of this file.
    .likely = The nearest name is “{ $likely }”.
    .expected = a file listed under “evidence”, or # and the name of a heading
    .remedy = Make the names match, or add the file as evidence.
    .help = If the target does not exist, readers who follow the link find nothing.
image-remote = The picture “{ $found }” is on another site.
    .expected = a picture attached as evidence of this item
    .remedy = Attach it as an evidence file and use the name of that file.
    .help = Published pages load nothing from other sites, for the readers' privacy.

## Rounds and mandates

policy-repeated = “{ $found }” is used twice in { $file }.
    .expected = ids that are all different
    .remedy = Correct or delete one of them.
    .help = With an id used twice it is not clear which entry is meant.
policy-reference = { $file } refers to “{ $found }”, which does not exist.
    .likely = You probably mean { $likely }.
    .expected = an id that exists
    .remedy = Correct the id, or add the missing entry.
    .help = For example a section that is not in divisions.yml, or an indicator that is not in mandate.yml.
round-absent = There is no round in { $file }.
    .expected = the folder of a round such as 2568, with round.yml and mandate.yml
    .remedy = Ask { -computer-officer } to restore the folder, or ask { -ita-coordinator } to open a round.
    .help = A site needs at least one round before it has anything to publish.
round-year = The fiscal year B.E. { $found } in { $file } does not match the folder of the round.
    .expected = the same year in the folder's name, round.yml and mandate.yml
    .remedy = Make fiscal_year the same everywhere.
    .help = Usually the file is a copy of last year's.
round-order = The dates in { $file } are not in order: opening, filing, closing (found { $found }).
    .expected = opens first, then filing, then closes
    .remedy = Check opens, filing and closes.
    .help = A round opens before it closes, and the filing date is in between.
periods-none = No period of “{ $what }” in item { $item } is due before the round closes.
    .expected = periods of which at least one is due before the round closes
    .remedy = Enter a shorter period than periods: { $found }, delete the line if it is not owed by period, or set closes in round.yml to { $expected_iso } or later.
    .help = A word such as monthly stands for every period that is due before the closing day. If there is none, nothing would be required.
periods-short = The periods of “{ $what }” in item { $item } end with { $found }, but the round has later ones.
    .expected = periods: { $expected }
    .remedy = Enter periods: { $expected } in { $file } to require every period of the round. Keep the list if the later ones are not owed.
    .help = A list of periods suits one round; copied to another it may lack the last ones. A word such as monthly suits every round.
closes-early = The round closes on { $found }, before “{ $what }” of item { $item } is due on { $expected }.
    .likely = If periods after the closing day are not owed, enter periods: { $likely } in mandate.yml instead.
    .expected = closes: { $expected_iso }
    .remedy = Set closes in { $file } to { $expected_iso }.
    .help = What is due after the closing day would never be checked. A deadline may have moved because of a holiday, or because the office began mid-year (adopted).
adopted-outside = The day on which the office began to use the site, { $found }, is not between the opening of the round and today or its closing.
    .expected = a day from { $first_iso } to { $last_iso }
    .remedy = Enter in adopted in { $file } the first day on which records were kept here, or delete it if they were kept here since the round opened.
    .help = An office that begins mid-year states the day in adopted. Earlier deadlines move by the number of days in adoption_days.
adopted-changed = The day on which the office began to use the site (adopted) has changed, although the office already has records here.
    .expected = the same day as before { $expected }, or one already approved in waivers.yml
    .remedy = Restore it in { $file }. If it must change, first submit its approval as adoption in waivers.yml, with the reason and the post that approved it.
    .help = Deadlines are counted from that day and change with it, so a change needs approval and a reason first.
witness-unread = The history of this round's records could not be read, so the days of recording cannot be confirmed.
    .expected = the whole history, from its first commit
    .remedy = Ask { -computer-officer } to run git fetch --unshallow, or to set fetch-depth: 0 in the workflow, and check again. In a new folder, make the first commit.
    .help = In this round the history confirms when something was recorded (witness in round.yml). A site in production is not published without it.
witness-dropped = The field witness says “{ $found }”, although the office already uses the history as its witness.
    .expected = { $expected }, or an approval already in waivers.yml
    .remedy = Enter witness: { $expected } in { $file }. If it must change, first submit its approval as witness in waivers.yml, with the reason and the post that approved it.
    .help = The history shows when something was recorded. Without it late days would no longer be counted as they were, so a change needs approval and a reason first.
mandate-scheme = The scheme “{ $found }” in { $file } is not that of the round.
    .expected = the same scheme in round.yml and mandate.yml
    .remedy = Make scheme the same in both files.
    .help = A round is judged under one scheme.
mandate-count = The mandate has { $found } items, but item_count says { $expected }.
    .expected = { $expected } items
    .remedy = Restore the missing item, or correct item_count if the scheme has changed.
    .help = The number is stated separately, so that a missing item is noticed.
short-name = The short name “{ $found }” is longer than { $limit } characters.
    .expected = a short name of at most { $limit } characters
    .remedy = Shorten the name, or delete the field, so that the official title is used.
    .help = Headings, lists and the search use the short name, which has to fit in a line on a phone.
previous-results = Last year's scores by question cannot be read from “{ $found }”, so the ITA total cannot be calculated.
    .expected = a CSV file disclosed as evidence, with the columns tool, question, indicator and score, each score a number from 0 to 100
    .remedy = Attach a file with these columns, or correct previous_results in { $file }.
    .help = The last known IIT and EIT scores go into the estimated total. If they cannot be read, no estimate is made.
sample-in-production = This evidence is a sample, but the site is in production.
    .expected = the office's real data
    .remedy = Replace it with real data and delete “sample”.
    .help = A site in production contains no invented data, so that nobody is misled.
round-closed = The round of fiscal year B.E. { $year } closed on { $found } and no newer one has been opened, so the site shows nothing for the current year.
    .expected = a round that is open today
    .remedy = Ask { -ita-coordinator } to open the next round (oit new-round { $next }) and review its mandate and holidays.
    .help = Data of a closed round could be taken for current data. In production this is an error; a demonstration says so on every page.

## Waivers

waiver-unapproved = The waiver for item { $item } has no approver, so it has no effect.
    .expected = the post that approved the waiver
    .remedy = Enter the post in “approved_by”, or remove the waiver.
    .help = A waiver is a decision, so the post that approved it is disclosed.
waiver-endless = The waiver for item { $item } has no valid end date, so it has no effect.
    .expected = an end date no later than the closing of the round, { $expected }
    .remedy = Enter the last day in “until”, no later than { $expected }.
    .help = A waiver ends within its round, so that no item is excused without limit.
waiver-unknown = A waiver names “{ $found }”, which is not in the mandate of this round.
    .likely = You probably mean { $likely }.
    .expected = an item, requirement, period and section of the mandate
    .remedy = Correct it to match the mandate, or remove the waiver.
    .help = Only what is owed in the round can be waived.
waiver-expired = The waiver of item { $item } ended on { $found }.
    .expected = complete data by the end of the waiver
    .remedy = Publish what is still owed, or obtain a new waiver with its reason.
    .help = When a waiver ends, anything still late counts again. If nothing is late, this is for information only.

## Closed rounds

ledger-vanished = The file { $found } of item { $item }, published since { $expected }, is missing from a closed round.
    .expected = every file that a closed round has published
    .remedy = Ask { -computer-officer } to restore the file. If it was corrected or withdrawn, ask { -ita-coordinator } to record that with oit ledger.
    .help = Data of a closed round is cited by the public and by auditors, so a file is removed only with a note in the ledger.
ledger-changed = The file { $found } of item { $item } in a closed round differs from the one published on { $expected }.
    .expected = the file as it was published, byte for byte
    .remedy = Ask { -computer-officer } to restore the published file. If this is a correction, ask { -ita-coordinator } to record it with oit ledger.
    .help = The ledger keeps the SHA-256 of every file ever published. If a file changes after closing, the ledger must say what it replaces.
ledger-redated = The publication date of { $found } in item { $item } differs from the ledger, which says { $expected }.
    .expected = the date in the ledger, { $expected_iso }
    .remedy = Enter { $expected_iso } in “published”.
    .help = Publication dates of a closed round show how late it was, so they do not change afterwards.
ledger-shrunk = The entry of { $found } in item { $item } was deleted from or changed in the ledger of published files.
    .expected = every earlier entry unchanged, with new ones added
    .remedy = Ask { -computer-officer } to restore the entry. A ledger is only added to.
    .help = The ledger proves what was published and when. Nothing in it is changed; a replacement or a withdrawal is added to it.

## Withdrawals

withdrawn-served = “{ $found }” was withdrawn from the site on { $expected } by { $by }, and cannot be published again.
    .expected = a site without what was withdrawn, in any item and by any name
    .remedy = Remove it with oit withdraw and attach a corrected version. If it is in docs, delete it.
    .help = What was withdrawn is known by a hash in withdrawn.yml, which is compared with every item, round and file in docs. A corrected file has another hash and can be published.
withdrawal-date = The day of withdrawal in { $file }, { $found }, is before the round opened or after today.
    .expected = the day on which it was withdrawn, from { $expected } to today
    .remedy = Correct “date” to the day on which it was withdrawn.
    .help = The command oit withdraw records the day, so the file need not be edited by hand.
withdrawal-counted = The withdrawal in { $file } says that the earlier version counted from { $found }, which the history does not show.
    .expected = the day in the history { $expected }
    .remedy = Delete counted_from and use oit withdraw, which takes the day from the history.
    .help = Before a version is removed from the history, the day from which it counted is recorded, so that the corrected version does not count as late. The day must match the history.
withdrawal-removed = The withdrawal of item { $item } on { $found } was removed or changed.
    .expected = every earlier withdrawal unchanged, with new ones added
    .remedy = Ask { -computer-officer } to restore the entry in { $file }.
    .help = A withdrawal keeps the data from being published again, so the list is only added to.

## What a request changes

date-bumped = “updated” of item { $item } was changed to { $found }, but its text and evidence are the same as before.
    .likely = The earlier date is { $likely_iso }.
    .expected = the earlier date, and a confirmation
    .remedy = Keep the earlier date. If the data was checked and is still right, add a confirmation under “reviews” with the post and the reason.
    .help = The date of the update changes when the data changes. A confirmation without a change is entered under “reviews”, which shows who confirmed and why.
published-moved = The publication date of evidence of item { $item } was changed from { $expected } to { $found }, but its content is the same.
    .expected = the earlier date, { $expected_iso }
    .remedy = Keep the earlier date. To correct a typing error of at most { $days } working days, add to that entry replaces: [{ "{" }reason: why, published: { $expected_iso }, date: { $today_iso }{ "}" }]
    .help = The publication date shows whether something was in time, so it changes only with the content. A typing error is corrected by keeping the earlier date and the reason, which the item's page shows. A date that a message asked to correct needs no such note.
published-corrected = The publication date of evidence of item { $item } was corrected from { $expected } to { $found }. Reason given: “{ $reason }”.
    .expected = a date that the approver has checked
    .remedy = The approver should check that the new date is the actual one.
    .help = A typing error in a date can be corrected, with the reason and the earlier date shown. The approver is told each time.
replacement-unexplained = The file { $found } of item { $item } differs from the published one, and no reason is given.
    .expected = the reason, and the earlier publication date
    .remedy = Add to that entry replaces: [{ "{" }reason: why, sha256: { $sha256 }, date: { $today_iso }{ "}" }] or use oit replace, which records it.
    .help = A published file may be corrected and keeps its first date. The item's page shows when and why. The commands oit replace and oit clean record the reason. A text needs no such note.
replacement-removed = The note of { $found } on the replaced evidence of item { $item } was removed or changed.
    .expected = every earlier note unchanged
    .remedy = Ask { -computer-officer } to restore the note. If it was wrong, add a new one that explains it.
    .help = The notes show what the evidence was before, so they are only added to.
review-removed = The confirmation of item { $item } of { $found } was removed or changed.
    .expected = every earlier confirmation unchanged
    .remedy = Ask { -computer-officer } to restore the confirmation. If it was wrong, add a new one that explains it.
    .help = A confirmation records who checked and when, so confirmations are only added.
post-names-person = “{ $field }” of item { $item }, dated { $found }, names a person where a post is asked for.
    .expected = the name of a post, such as Head of the Public Works Section
    .remedy = Write the name of the post before it is approved. If it is published already, leave it, and name the post the next time.
    .help = The field is shown to the public, and who holds a post changes. This is reported so that the approver knows.
many-confirmations = This request has { $found } confirmations that nothing has changed, in { $items }.
    .expected = confirmations after checking each item
    .remedy = The approver should ask whether each item was checked.
    .help = Many items may be confirmed at once. This is reported so that the approver can ask whether each was checked.
recorded-late = The date { $found } in “{ $field }” of item { $item } is more than { $days } working days before the day of this check, { $expected }.
    .expected = { $earliest_iso } or a later day
    .remedy = The approver should check that the date is right. Where the history is the witness, it counts from the day it is recorded, such as { $expected_iso }.
    .help = The round allows some working days for review and approval (recording_days). An earlier date is reported to the approver.
back-dated = The date { $found } in “{ $field }” of item { $item } is more than { $days } working days before the day of this check, { $expected }, and would make an overdue entry count as in time.
    .expected = the day on which it is submitted, such as { $expected_iso }
    .remedy = Enter the day on which it is submitted, { $expected_iso }. It is then shown as published, with the number of days late.
    .help = What is submitted after its deadline is late by the day of submission. A request that waits for approval no longer than recording_days keeps its date.

## What a request must have approved

policy-changed = This request changes the mandate or the settings ({ $file }), so { -ita-coordinator } { $approver } must approve it.
    .expected = approval by the owner of the file
    .remedy = Ask { -ita-coordinator } to review and approve the change. This check used the mandate as it was before.
    .help = A change to the mandate needs approval first, so this check used the earlier version.
engine-changed = This request changes the programs of the system ({ $file }), so { -ita-coordinator } { $approver } must approve it.
    .expected = approval by the owner of the file, after { -computer-officer } has read the program
    .remedy = Ask { -computer-officer } to read the program, then ask { -ita-coordinator } to approve it. This check used the system as it was before.
    .help = The data of a request are always checked by the published version of the system. A changed program takes effect once it is approved.
workflow-changed = This request changes an automatic job ({ $file }), so { -ita-coordinator } { $approver } must approve it.
    .expected = approval by the owner of the file, after { -computer-officer } has checked the rights of each job
    .remedy = Ask { -computer-officer } to check that each job has only the rights it needs, then ask { -ita-coordinator } to approve it.
    .help = Automatic jobs may publish the site, so every change to them is checked. This check used the jobs as they were before.
owners-changed = This request changes the list of approvers ({ $file }), so { -ita-coordinator } { $approver } must approve it.
    .expected = the file that oit codeowners generates
    .remedy = Ask { -computer-officer } to generate the file with oit codeowners, then ask { -ita-coordinator } to approve it.
    .help = Approvers are set in divisions.yml and mkdocs.yml. CODEOWNERS is generated from them.
attributes-changed = This request changes how the repository reads files ({ $file }), so { -ita-coordinator } { $approver } must approve it.
    .expected = approval by the owner of the file, after { -computer-officer } has checked it
    .remedy = Ask { -computer-officer } to check the change, then ask { -ita-coordinator } to approve it. This check read every file exactly as submitted.
    .help = These files decide the content of files that leave the repository, so what is seen may differ from what was submitted.
upgrade-mixed = This request changes the version of the system and also { $file }, which oit upgrade does not change.
    .expected = only what oit upgrade changes
    .remedy = Submit { $file } in a separate request, and the upgrade without other changes.
    .help = The data of an upgrade are checked by the newer version, so nothing else may come with it.
engine-upgraded = This request changes the version of the system. The newer version checks its data in the job “ตรวจการปรับปรุงระบบ”, once { $approver } approves.
    .expected = an approval, and that job passed
    .remedy = Check that the file of the new version comes from its makers and that the SHA-256 matches, then approve.
    .help = The newer version runs once the owner approves, and the data must be exactly what oit upgrade makes of them.

## What files contain

file-too-large = The file { $file_name } is { $megabytes } MB; the limit is 100 MB.
    .expected = a file of at most 100 MB
    .remedy = Make it smaller, for example by reducing the resolution of pictures, or split it.
    .help = Large files are hard to open on a phone; 100 MB is the limit.
file-large = The file { $file_name } is { $megabytes } MB, which is slow to download on a phone.
    .expected = a file of at most 25 MB
    .remedy = Make it smaller if possible.
    .help = It can be published, but readers on phones wait longer.
file-disguised = The file { $file_name } ends in .{ $expected }, but its content is { $found }.
    .expected = content that matches the extension .{ $expected }
    .remedy = Please { $how }, then attach the result.
    .help = A file whose content does not match its name may not open, or may harm the person who opens it.
file-old-format = The file { $file_name } contains { $found }, a type that cannot be published.
    .expected = a file that opens everywhere, such as PDF, .xlsx, .docx, .csv or .jpg
    .remedy = Please { $how }, then attach the result.
    .help = Old files and pictures taken with telephones do not open everywhere and cannot be checked for personal data. Renaming a file does not change its content.
file-macros = The file { $file_name } contains macros, which are programs that run when it is opened.
    .expected = a file without macros
    .remedy = Save it as .xlsx or .docx without macros and attach it again.
    .help = Macros can harm the computer of the person who opens the file.
file-unopenable = The file { $file_name } cannot be opened; it may be damaged.
    .expected = a file that opens
    .remedy = Open the original, save it again, check that it opens, and attach it again.
    .help = Assessors give no score for a file that does not open.
file-encrypted = The file { $file_name } ({ $found }) has a password, so the public cannot read it.
    .expected = a file without a password
    .remedy = Please { $unlock }.
    .help = Disclosed data can be read without asking for permission.
file-too-costly = The file { $file_name } is too large or too complicated to be checked, so it is not published.
    .expected = a file that can be checked within the time and memory available
    .remedy = Make it smaller or split it, for example by deleting unused sheets and rows, and save it again.
    .help = A file that cannot be checked may contain personal data or something harmful, so it is not published.
pdf-empty = The file { $file_name } has no pages.
    .expected = a document of at least one page
    .remedy = Save the document as PDF again, check that it has its pages, and attach it again.
    .help = A PDF without pages does not count as disclosure.
file-active = The file { $file_name } has { $what } ({ $where }).
    .expected = a file with the document only, which neither runs nor loads anything
    .remedy = Remove that part in the program that made the file and save it again, or print the document to a new PDF and attach that, or use the command oit clean.
    .help = What runs by itself or loads data from elsewhere can harm the person who opens the file, and can reveal who did.
file-unread = A part of the file { $file_name } could not be checked ({ $where }), because { $why }.
    .expected = a file in which every part can be checked for personal data
    .remedy = Remove that part, or save the file again with the program that made it. If somebody has checked it, ask { -ita-coordinator } to record an exception with the reason (exceptions.yml).
    .help = A part that was not read may contain personal data, so it does not pass.

## What files hide

hidden-tracked = The file { $file_name } still contains { $what } ({ $where }). Number found: { $count }.
    .expected = a final document without pending changes
    .remedy = In Word choose Review > Accept > Accept All Changes and Stop Tracking and save, or use the command oit clean.
    .help = Text deleted while changes were tracked is still in the file, and anybody can read it.
hidden-text = The file { $file_name } contains { $what } ({ $where }). Number found: { $count }.
    .expected = a document with only what readers see
    .remedy = Delete that text, or show it if it is meant to be public, and save the file, or use the command oit clean.
    .help = Text that is hidden or has the colour of its background is still in the file, and anybody can read it.
hidden-cells = The file { $file_name } has { $what } with { $count } filled cells ({ $where }).
    .expected = a table with only what readers see
    .remedy = Delete those cells, or show them if they are meant to be public, and save the file, or use the command oit clean.
    .help = Hidden or filtered sheets, rows and columns are still in the file, and anybody can show them.
hidden-file = The file { $file_name } has { $what } ({ $where }).
    .expected = a document without other files inside
    .remedy = Replace the embedded file with a picture or a table, or attach it as separate evidence, or use the command oit clean.
    .help = An embedded file contains all of its data, even where the document shows only a part.
hidden-leftovers = The file { $file_name } still contains { $what } that the document does not show ({ $where }). Number found: { $count }.
    .expected = a file with only what its document shows
    .remedy = Open the file in the program that made it and save it under a new name (Save As), or use the command oit clean.
    .help = Office programs may keep deleted text in a file without notice.

## Documents that cannot be read

pdf-scan = The file { $file_name } is a scan, so its text cannot be searched or copied.
    .expected = a PDF with text
    .remedy = Save it as PDF from the program in which it was written, instead of scanning it.
    .help = Blind users and search engines cannot read pictures of documents. For statistics this must be corrected.
pdf-thai-broken = The Thai text of { $file_name }, page { $pages }, looks right but is garbled when copied or searched.
    .expected = a PDF whose Thai text can be copied on every page
    .remedy = Open the original in Word, choose File > Save As: PDF with a Unicode font such as TH Sarabun New, and attach the new file.
    .help = Some PDFs look right, but their text is stored as other letters. Such pages are left out of the search. For statistics this must be corrected.

## Tables

table-encoding = The file { $file_name } is encoded in { $detail }, which some programs show as wrong letters.
    .expected = a CSV file in UTF-8
    .remedy = Add the file again with oit add, which converts it, or open it in Excel and choose Save As: “CSV UTF-8 (Comma delimited)”.
    .help = All programs read Thai in UTF-8 alike. A copy in UTF-8 is published beside the file.
table-delimiter = The columns of { $file_name } are separated by “{ $found }” instead of commas.
    .expected = a CSV file with commas
    .remedy = Add the file again with oit add, which converts it, or open it in Excel and choose Save As: “CSV UTF-8 (Comma delimited)”.
    .help = Most programs expect commas between columns. A copy with commas is published beside the file.
table-broken = The table in { $file_name } cannot be read { $where }.
    .expected = a table that opens; for CSV, with commas and in UTF-8
    .remedy = Open it in Excel, check that it is right, and save it again as .xlsx or “CSV UTF-8”.
    .help = A table that cannot be read can be neither used nor checked.
table-ragged = In { $file_name }, { $where } has { $found } cells, but the heading has { $detail } columns.
    .expected = rows of { $detail } cells each
    .remedy = Fill in or remove cells. Text that contains a comma needs quotation marks. If many rows differ alike, check whether the heading lacks a column.
    .help = A row with another number of cells moves data into the wrong column.
table-header = The heading of the table in { $file_name } has a blank or repeated name { $where }.
    .expected = a different name for every column
    .remedy = Give every column a name of its own and save it again.
    .help = The names of the columns say what the figures mean.
table-empty = The file { $file_name } has no rows in its table { $where }.
    .expected = a table with a heading and at least one row
    .remedy = Fill it in. If there was nothing to report, state “none” instead of a file, or say so in the table.
    .help = A heading alone does not count as disclosure.
table-column-missing = The table in { $file_name } has no column “{ $detail }” { $where }.
    .expected = the column “{ $detail }” of the template
    .remedy = Add the column, or download the template from the item's page and fill it in.
    .help = Each table has columns that must be there. Assessors check for them.
table-column-similar = The heading “{ $found }” in { $file_name } { $where } probably means the column “{ $detail }” of the template.
    .expected = the heading “{ $detail }”
    .remedy = Enter “{ $detail }” as its heading and save it again. If the column means something else, add the column “{ $detail }” of the template.
    .help = The system does not guess what a column means, so its data is not yet in the CSV generated from the file.
table-column-unknown = The table in { $file_name } has a column “{ $found }” that is not in the template { $where }.
    .expected = the columns of the template
    .remedy = Check whether the column is intended. It may stay, but is not in the CSV generated from the file.
    .help = An additional column may stay. It is reported in case a name was mistyped.
table-column-unnamed = The table in { $file_name } has a column with data but no heading { $where }.
    .expected = a heading for every column with data
    .remedy = Give the column the heading of the template. Data without a heading is not in the CSV generated from the file.
    .help = A column without a heading does not say what its cells mean.
table-total = The total in { $file_name } { $where } is { $found }, but the rows of the table add up to { $detail }.
    .expected = a total of { $detail }
    .remedy = Check the rows and the total, and correct the one that is wrong.
    .help = If a total differs from its rows, readers cannot tell which is right.
table-cell = In { $file_name }, { $where } contains “{ $found }”, which the template does not accept.
    .expected = { $detail }
    .remedy = Correct the cell and attach the file again.
    .help = Tables are checked against the template. Each message names the row and the column to correct.
statistics-not-open = The file { $file_name } contains statistics as a document, so its figures cannot be processed.
    .expected = a table as .xlsx, .ods or .csv
    .remedy = Attach the original table as well, or fill in the template from the item's page.
    .help = Where statistics are owed, a table that can be processed lets the public use them.

## Personal data

personal-id = A national ID number was found in { $what_file } { $where }, so it is not published.
    .expected = data without national ID numbers
    .remedy = Remove or cover the number in the original and save or attach it again. If it was already submitted or published, tell { -computer-officer } at once to follow the guide on withdrawal (guide/withdraw/).
    .help = Disclosing a citizen's ID number is against the law. The system looks for 13 digits with a valid check digit and never shows them. If it is not an ID number, ask { -ita-coordinator } to record an exception (exceptions.yml).
personal-id-in-name = The name of a file in { $file } contains a national ID number, so it is not published.
    .expected = file names without national ID numbers, such as manual-2568.pdf
    .remedy = Rename the file, also in “file”. If it was already submitted, tell { -computer-officer } at once, because the old name must also be removed from the history.
    .help = File names appear in addresses and in the history, so they are checked like texts. No message repeats such a name.

## Characters of a text

text-direction = An invisible character at position { $position } changes the order in which this text is shown ({ $character }).
    .likely = Enter “{ $likely }”.
    .expected = text shown in the order in which it is stored
    .remedy = Delete the text and type it again, without copying from another program.
    .help = Such characters make readers see another figure or name than the one stored, so they cannot be published.
text-invisible = There is an invisible character in this text ({ $character }), at position { $position }.
    .likely = Enter “{ $likely }”.
    .expected = names, figures, dates and addresses without hidden characters
    .remedy = Delete the text and type it again, without copying from another program.
    .help = Word processors often put hidden characters between Thai words, so that a name is not found by searching. In running text and reasons they need not be corrected.
text-cut = The “#” on this line cuts off the text after it; only “{ $found }” is left.
    .likely = If it is all one text, enter { $likely } instead.
    .expected = a text with “#” in quotation marks
    .remedy = Put quotation marks around the whole text. If it is a remark of your own, move it to a separate line that begins with “#”.
    .help = What follows a space and “#” is a remark and is not published, so part of a title may be lost unnoticed.
text-conflict = { $file } contains two versions of the same text, from this line to the one that begins with >>>>>>>.
    .expected = one version, without lines of <<<<<<<, ======= and >>>>>>>
    .remedy = Keep the correct version, and delete the other and the three lines of marks. If in doubt, ask { -computer-officer }.
    .help = These lines appear when the same text was changed twice and neither version has been chosen yet.
text-lookalike = A character at position { $position } only looks like another one ({ $character }).
    .likely = Enter “{ $likely }”.
    .expected = Thai letters, A to Z, and Arabic or Thai digits
    .remedy = Type the character again with a Thai or English keyboard.
    .help = Full-width letters, digits of other scripts, and Cyrillic or Greek letters look like others, but programs read them as different values.
text-form = The text is not in Unicode's standard form from position { $position } ({ $character }) onwards.
    .likely = Enter “{ $likely }”.
    .expected = text in Unicode's standard form (NFC)
    .remedy = Delete the text and type it again, without copying from another program.
    .help = Vowels and marks in another order look the same, but programs treat them as another text. The site therefore uses one form.

## Personal data to check

personal-mobile = A mobile number was found in { $what_file } { $where }.
    .expected = data without personal telephone numbers
    .remedy = Check whether the number belongs to the office. If it belongs to a person, remove it.
    .help = Mobile numbers usually belong to persons, so they are reported.
personal-email = A personal e-mail address was found in { $what_file } { $where }.
    .expected = data without personal e-mail addresses
    .remedy = Check whether the address is meant to be public. If it belongs to a person, remove it.
    .help = Addresses at general providers usually belong to persons, so they are reported.
personal-passport = A passport number was found in { $what_file } { $where }.
    .expected = data without passport numbers
    .remedy = Check the data. If it is the number of a person's passport, remove it and attach the file again.
    .help = Passport numbers are personal data. Letters and digits near the word for a passport are reported before publication and never shown.
personal-account = A bank account number was found in { $what_file } { $where }.
    .expected = account numbers of the office only
    .remedy = Check whether it is the account into which the office takes payments. If it belongs to a person, remove it and attach the file again.
    .help = An office may publish the account into which it takes payments, but a person's account is personal data. The system cannot tell the two apart, so it reports both.
personal-birth-date = A person's date of birth was found in { $what_file } { $where }.
    .expected = data without dates of birth
    .remedy = Check whether it must be published. If not, remove it or give the age group instead, and attach the file again.
    .help = A name and a date of birth identify a person and can be misused, so they are reported.
credentials = A password was found in { $what_file } { $where }, so it is not published.
    .expected = data without passwords
    .remedy = Remove the password and attach the file again. If it was already submitted or published, change that password at once, and tell { -computer-officer } to follow the guide on withdrawal (guide/withdraw/).
    .help = A person who reads a password can use a system as its owner. Columns headed as passwords or PINs, and texts in which one follows the word, are checked and never shown. If it is not a password, ask { -ita-coordinator } to record an exception (exceptions.yml).

## What files contain, to check

file-authors = The properties of the file { $file_name } name its author, “{ $found }”.
    .expected = a file whose properties name no person
    .remedy = Check whether the name may be public, or remove it with the command oit clean.
    .help = Office programs record the names of their users in files automatically.
file-comments = The file { $file_name } contains { $what } ({ $where }). Number found: { $count }.
    .expected = a document without the comments of its authors
    .remedy = Check whether they may be public, or delete them and save the file, or use the command oit clean.
    .help = Comments often contain names and words that were not meant for the public.
file-layers = The file { $file_name } contains { $what } that can be switched on and off.
    .expected = a PDF that all readers see alike
    .remedy = Check whether every layer may be public, or print the document to a new PDF.
    .help = Layers of a PDF can be switched on and off, so readers may see different things.
file-empty-part = The file { $file_name } contains { $what } ({ $where }).
    .expected = a file without hidden parts
    .remedy = Delete the hidden part, so that readers need not wonder what is in it.
    .help = Hidden sheets, rows or columns without data do no harm, but readers may wonder about them.
file-thumbnail = The file { $file_name } contains { $what } of an earlier state.
    .expected = a file without a thumbnail
    .remedy = Remove it with the command oit clean.
    .help = A thumbnail may show what has since been cut or deleted.
image-position = The picture { $file_name } contains the GPS position where it was taken.
    .expected = a picture without a position
    .remedy = Check whether the position may be public, or remove it with the command oit clean.
    .help = Phones record their position in pictures, which may reveal where persons live.
image-unnamed = The picture “{ $found }” has no alternative text.
    .expected = alternative text, as in ![People at the event](photo.jpg)
    .remedy = Describe the picture briefly between the square brackets.
    .help = Alternative text tells blind users and search engines what the picture shows.

## Going live

official-home-unset = The home page of the office's main website is not set, so the click paths in the answer pack have no beginning.
    .expected = the address of the main website's home page, as official_home in mkdocs.yml
    .remedy = Ask { -computer-officer } to add official_home under extra.oit in mkdocs.yml.
    .help = Assessors begin at the home page of the office's main website, so each answer gives the path from there.
setting-absent = A site in production needs { $field }, which is not set.
    .expected = { $example }
    .remedy = Enter the office's own value in mkdocs.yml { $parent }. If the site is not ready to go live, set mode to demonstration.
    .help = A site in production states its address, how to contact the office, and how its data may be used. The command oit go-live lists everything that is missing.
handle-sample = The account { $found } is a sample, not an actual account.
    .expected = an account or team that exists on the forge
    .remedy = Enter the account of the approver.
    .help = These accounts are asked for approval. If one does not exist, nobody is notified.
address-example = The address { $found } is an example, not an actual address.
    .expected = an actual address of the office
    .remedy = Replace it with the actual address.
    .help = Domains such as example and test are reserved for examples, so such a link does not work.
name-foreign = The file { $file } names “{ $found }”, another office.
    .expected = { $expected }, or no name of an office
    .remedy = Enter the name of this office.
    .help = A text copied from another office misleads readers about whose site it is.
note-unchecked = { $file } still has a note that asks for a check: { $found }
    .expected = a mandate or holidays checked against this year's notices, without the note
    .remedy = Check it against the official notices, then remove this note from policy.
    .help = A new round copies last year's mandate and proposes holidays, with notes that ask an officer to check them. A site in production uses only checked values.
