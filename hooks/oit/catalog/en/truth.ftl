# The page for whoever asks whether it is true.

title = How to check it
about = Who is late, what changed last, and how to check the data yourself
who-is-late = Who is late
over-the-round = Over the whole round
each-late = Entries of this round that were late or missing by { $day }
late = { $state }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } · { $division }
changes = What changed since { $day }
no-changes = Nothing was published or confirmed since { $day }
published = published { $day } · { $division }
confirmed = confirmed { $day } · { $division }
weakest = ITA indicators with the lowest scores
files = Download all data
file-archive = All files of this round, in one ZIP
file-index = The whole index in one file (JSON)
file-evidence = All evidence (CSV)
file-checksums = SHA-256 of every file
steps = How to check it yourself
step-file = Download an evidence file and compute its SHA-256. It must equal the value in the table of all evidence.
step-all = Download the whole site, then run sha256sum -c api/v1/checksums.txt in its root folder.
step-verify = Install the program oit and run oit verify with the address of this site. It checks that pages, files and indexes agree.
step-witness = The history of the repository (Git) witnesses the days of publication. Where something was recorded later than the day it states, both days are shown.
step-no-witness = The days of publication in this round are as the sections state them. No history of the repository (Git) witnesses them.
