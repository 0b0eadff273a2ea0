# Recording a commit and sending a request; for the computer officer.

no-author =
    Git does not know who you are, so nothing was written. Run these once, then try again:
      git config --global user.name "Name or post"
      git config --global user.email "address of the office"
underway = A merge is not finished in this folder, so nothing was written. Finish or abort it as `git status` says, then try again.
changed =
    These files have changes that are not committed, so nothing was written:
    { $files }
    Commit them, or undo them with `git restore`, then try again.
committed = Committed to the branch { $branch } ({ $commit }).
not-sent = Nothing has left this machine. To send it, run `git push -u { $remote } { $branch }`.
nowhere = Nothing has left this machine, and this folder has nowhere to send to. `git format-patch { $main }` makes files to hand on.
refused = The commit is here, but could not be sent to { $remote } ({ $why }). Check the connection and your rights, then run `git push -u { $remote } { $branch }`.
open = The branch { $branch } was sent. Open this address, check, and press the button that opens the request.
opened = The request of the branch { $branch } is open at this address.
pushed = The branch { $branch } was sent. Ask whoever approves to look at it and merge it.
patch = This folder has nowhere to send to, so there is a file to hand on. Whoever receives it runs `git am --keep-cr` with its name.
after = Once it is approved, go back with `git switch { $main }`, then `git pull`.
