# The verdict of the gate, and who is waiting.

failing = To be fixed
listed = Late or wrong before, not by this change
notices = For whoever approves

checked = { $items ->
        [one] { $items } item
       *[other] { $items } items
    } checked
unread = No item checked for completeness, because the policy or the settings of the round cannot be read
not-begun = No item checked for completeness, because no round has opened yet
verdict = { $scope }, { $failing ->
        [0] no problem found
        [one] { $failing } problem found
       *[other] { $failing } problems found
    }: { $ending }
ending-passed = passed
ending-refused = not published; the last good site is untouched
ending-reported = published, with what is late shown
ending-change-passed = ready for approval
ending-change-refused = please fix the above
