# Words of `oit add`.

title = its title; else from the requirement and the period
sample = mark it as a sample
yes = publish all periods of a workbook
clean = remove what a file hides
added = item { $item }, { $title }
is-there = This period has evidence already, which stays: “{ $title }”.
same-content = The content is the same as that of “{ $title }” in item { $item }.
other-name = The file name “{ $file }” names { $named }, but it is filed for { $period }. Please check.
text = make the words of a Markdown or Word file (or -) a text of the page
link-there = This link is entered already: “{ $title }”. Nothing needs to be added.
text-empty = There is no text to publish. Look whether it is the right file, and not empty.
text-form = “{ $file }” cannot become a text. Use a file of .docx, .md or .txt. { $way ->
        [inbox] To publish it as it is, name another entry by --answer.
        [desk] To publish it as it is, choose “File”.
       *[command] To publish it as it is, leave out --text.
    }
text-encoding = “{ $file }” cannot be read as text. Save it in UTF-8.
text-unsound = “{ $file }” cannot be read, or hides something. Save it again in Word, or { $way ->
        [inbox] answer yes by --answer to remove what it hides.
        [desk] answer “Remove it from the published file” to remove what it hides.
       *[command] add --clean to remove what it hides.
    }
text-only-words = Headings, words, lists and tables of “{ $file }” were taken, and no pictures.
