# The page of the measures for integrity

lead = The office studied last year’s results by indicator, and decided on measures, who carries them out and when.
codes = I1 to I12 are questions of the IIT survey, answered by staff; E1 to E6 are those of the EIT survey, answered by visitors.
by-indicator = Measures by indicator
proofs = The proof of each measure is disclosed in the item named. The status beside it is that of the disclosure, not of the measure.
count = { $shown } of { $all } measures shown
count-none = No measure matches.
indicator = Indicator { $number }: { $name }
proof = Proof
item = item { $item }
details = Plans for this indicator, and what the director follows up
plans = Plans
follow-up = What the director follows up
owners = Carried out by: { $owners }
order = Who is responsible by order { $number }
ordered = { $by }, signed { $day }. The order appoints { $bodies }. The website shows posts alone.
post = Post
role = Role
duties = Duties
source = Source: { $source } The makers of the website matched the measures with the items O1 to O{ $count } that prove them.
