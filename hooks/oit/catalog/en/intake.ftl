# Files that arrive: what they are taken for, why, what is asked, and the reply to what cannot be published yet.

target = { $item } { $requirement }
clue-name = the file's name has “{ $seen }”
clue-title = the beginning of the document has “{ $seen }”
clue-sheet = the name of a sheet has “{ $seen }”
clue-table = the table's headings are those of “{ $seen }”
clue-last = it is like the published file “{ $seen }”
clue-division = it names the section “{ $seen }”
clue-owed = there is no evidence yet; due on { $seen }
clue-period = it names { $seen }

asks-target = Which entry is this file for?
asks-year = This file has several periods. Publish each sheet as the evidence of its period?
asks-clean = This file has content that its reader does not see or that acts by itself. Remove it before publishing?
asks-replace = Evidence is published for this period already. Use this file instead? If so, please give the reason.

objection-other-period = The file's name says { $named }, but its title says { $other }
objection-other-round = The file says { $named }, for which nothing is asked in this fiscal year's round
