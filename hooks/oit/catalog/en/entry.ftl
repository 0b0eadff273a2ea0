# What the commands that write records ask for, refuse and say.

name = { $what ->
        [item] item
        [requirement] requirement
        [period] period
        [division] division
        [file] file to publish
        [link] link
        [old-file] published file
        [new-file] corrected file
        [why-corrected] reason for the correction
        [why-none] reason why there is nothing
        [post] post that confirms
        [note] reason why it is still right
        [withdrawn] evidence to withdraw
        [kind-of-reason] kind of reason
       *[public-reason] reason that the public is told
    }
choose = Choose the { name }
not-listed = type a number or a name of the list
unknown = There is no { name } “{ $answer }”. Choose one of these.
missing = { $way ->
        [inbox] Give the { name } (--answer).
        [desk] Give the { name }.
       *[command] Give the { name } ({ $argument }).
    }
missing-choice = { $way ->
        [inbox] Give the { name } (--answer), one of these.
        [desk] Give the { name }, one of these.
       *[command] Give the { name } ({ $argument }), one of these.
    }
names-person = Give the name of a post, such as Head of the Public Works Section, and no person's name.
no-characters = The text has characters that cannot be read. Type it again.
no-record = There is no readable record of item { $item }. See oit check.
no-round = There is no such round.
no-periods = “{ $requirement }” of item { $item } has no periods. { $way ->
        [inbox] Give it without a period by --answer.
        [desk] Choose the entry again.
       *[command] Leave out --period.
    }
no-file = There is no file “{ $file }”. Look at its name and place.
in-folder = “{ $file }” lies in the folder of the item already. Move it elsewhere first.
too-large = “{ $file }” is larger than { $megabytes } MB. Make it smaller, or split it.
not-written = nothing was written
next = Next: review the change and submit it for approval.
main-record = the record, by { $division }
status = Item { $item }: { $status }, { $tasks } still to be done
status-due = Item { $item }: { $status }, next due { $due }, { $tasks } still to be done
closed = This round closed on { $day }. What is added later is shown, and changes no status as of that day.
tasks = still to be done
owed = { $state ->
        [filled] { $what } – published
        [missing] { $what } – was due { $due }
       *[not-due] { $what } – due { $due }
    }
