# Words of the command line itself.

options = [OPTIONS]
arguments = COMMAND [ARGUMENTS]...
about = the district office’s disclosure tools
heading-options = options
heading-commands = commands
help-option = show this help
version-option = show the version of the engine
example = example
interrupted = interrupted
working = working
no-records = There is no folder { $folder } here. Run this command in the folder of the site.
disk-refused = { $file } could not be read or written ({ $why }). No file was changed. Close open files and try again.
unread-policy = The settings in { $file } could not be read. See oit check.
unread-file = { $file } could not be read, and nothing was written. See oit check.
no-division = There is no division called “{ $answer }”. Choose one of these.
no-year = “{ $value }” is not a fiscal year. Enter the four digits of a Buddhist year, such as 2570.
common-era = The year { $typed } was read as fiscal year { $typed } (B.E. { $year }), { $start } to { $end }.
written = written
