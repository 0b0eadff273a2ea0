# The verdict of the gate, and who is waiting.

failing = To be fixed
listed = Late or wrong before, not by this change
notices = For whoever approves

checked = Items checked: { $items }
unread = No item checked for completeness, because the policy or the settings of the round cannot be read
not-begun = No item checked for completeness, because no round has opened yet
verdict = { $scope }, problems found: { $failing }; { $ending }
verdict-none = { $scope }, no problem found: { $ending }
ending-passed = passed
ending-refused = not published; the last good site is untouched
ending-reported = published, with what is late shown
ending-change-passed = ready for approval
ending-change-refused = please fix the above
