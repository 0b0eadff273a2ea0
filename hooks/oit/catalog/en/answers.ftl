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
