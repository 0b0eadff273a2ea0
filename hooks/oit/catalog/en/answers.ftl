# The answers to enter in ITAP
home = Home page of the main website of the { $office } ({ $address })
home-unset = (The home page of the office’s main website is not set.)
here = { $site } ({ $address })
item-page = Page of { $item }
disclosed = Disclosed
sample = Complete by samples alone; there are no real data yet
partly-sample = Complete, in part by samples
lacking = Not completely disclosed, or not current
all-samples = All of these answers have samples. They are not real answers of the { $office } and must not be entered in ITAP.
some-samples = { $count ->
        [one] { $count } item of these answers has
       *[other] { $count } items of these answers have
    } samples, marked at the answer. Such answers must not be entered in ITAP.
lead = The answers of the { $office } to all { $count } items, with the URLs to enter in ITAP and the way to each, as of { $day }. They print on A4.
csv = Download as a CSV table
no-home = The home page of the office’s main website is not set, so the ways do not say yet where they begin.
no-address = The address of this website is not set, so the URLs below are only what follows its home page.
go-to = Go to item { $item }
filed = On the last day for answering the OIT checklist ({ $day }): { $verdict } ({ $status })
filed-addresses = { $count ->
        [one] There was { $count } URL then.
       *[other] There were { $count } URLs then.
    }
steps = How to get there
addresses = URLs to enter in ITAP
places = Where each part stands
