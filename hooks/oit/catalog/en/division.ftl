# The page of a division, and the page of all divisions

list = Choose a section for its contact, the items it is responsible for and its deadlines. Statuses are as of { $day }.
caption = Sections and their items as of { $day }
leads-column = Responsible for
joint-column = Contributes to
does = Come here for { $things }
leads = Items this section is responsible for
leads-none = This section is not mainly responsible for any item.
updated = updated { $frequency }
joint = { $count ->
        [one] { $count } item to which this section contributes
       *[other] { $count } items to which this section contributes
    }
to-do = To be done
waits = Nothing of the { $division } has to be fixed. The site is still waiting for { $items }.
figures = Figures of this section
survey = How visitors score this section
visitors = { $count ->
        [one] EIT { $year }, { $count } respondent, out of 100
       *[other] EIT { $year }, { $count } respondents, out of 100
    }
visitors-higher = Higher than the score of the whole office ({ $score }).
visitors-lower = Lower than the score of the whole office ({ $score }).
visitors-equal = The same as the score of the whole office ({ $score }).
staff = { $count ->
        [one] { $count } member of staff scores it { $score } (IIT).
       *[other] { $count } members of staff score it { $score } (IIT).
    }
all-scores = See the results of all sections
own-deadlines = All deadlines of this section
all-deadlines = Deadlines of all sections
calendar = Calendar of the { $division } (ICS)
