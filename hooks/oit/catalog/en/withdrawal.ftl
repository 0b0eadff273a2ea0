# What is told of a withdrawal: its reason, once, and what is still to be done.

reason = Reason: { $reason }
reason-of-kind = { $kind } { $reason }

publish = Next: submit it and publish at once, and check that the old address is empty.
stays = History keeps what was withdrawn; should it hold personal data, see guide/withdraw/.
elsewhere =
    It still exists in history (every clone, open request and fork), in build artifacts, server
    caches, web archives, search engines and feeds. For personal data, tell the data protection officer
    at once: the office has 72 hours to report it, unless it is unlikely to put anybody's rights and
    freedoms at risk.
history =
    Commands that purge it from history, in a fresh mirror clone only, after publishing;
    then publish once with history_rewritten:
words = First type into withdrawn-words.txt the words to purge, line by line; delete it afterwards.
repository = ADDRESS-OF-THE-REPOSITORY
same = The same bytes stand elsewhere; nothing is published before they are withdrawn too:
