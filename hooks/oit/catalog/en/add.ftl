# Words of `oit add`.

title = its title; else from the requirement and the period
sample = mark it as a sample
yes = publish all periods of a workbook
clean = remove what a file hides
added = item { $item }, { $title }
is-there = This period has evidence already, which stays: “{ $title }”.
same-content = The content is the same as that of “{ $title }” in item { $item }.
other-name = The file name “{ $file }” names { $named }, but it is filed for { $period }. Please check.
