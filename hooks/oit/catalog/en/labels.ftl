# Columns of the checklist, and labels that several pages have.
item = Item
status = Status
lead = Responsible
contributors = Contributing
division = Division
frequency = Update frequency
updated = Last updated
confirmed = Last confirmed
next-due = Next deadline
