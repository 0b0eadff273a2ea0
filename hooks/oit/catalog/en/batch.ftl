# What arrived and waits to be entered, on the desk's page and in the command oit inbox.

nameless = a file without a name
open-elsewhere = Another window has this batch open in this folder. Close it first, then try again.
reserved = Files of a reserved name (.oit-work) came with a commit, so nothing that arrives is kept here. Run oit check to see how to fix that.
there = This content is published already, as “{ $title }”.
left-out = Left out, as was answered.
not-asked = Nothing is asked about this file. Look at the list again.
reason-missing = Give the reason for the correction; the public will see it.
nothing-ready = Nothing is ready to be entered.
due = { $item } { $what }
title = publish { $count } entries of { $items }
unfinished = All files are written, but could not be committed yet ({ $why }). Run the command again: it goes on from there.
broken = This could not be judged ({ $error }). Take it out and tell whoever makes this program; nothing else is affected.
