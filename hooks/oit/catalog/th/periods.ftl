# Periods of the fiscal year, and how often something is due.
month = เดือน{ $month } { $calendar_year }
    .short = { $month } { $calendar_year }
quarter = ไตรมาสที่ { $ordinal } ปีงบประมาณ พ.ศ. { $year }
    .short = ไตรมาส { $ordinal }
half = { $ordinal ->
    [1] ครึ่งปีแรก ปีงบประมาณ พ.ศ. { $year }
   *[other] ครึ่งปีหลัง ปีงบประมาณ พ.ศ. { $year }
    }
    .short = ครึ่งปี { $ordinal }
year = ปีงบประมาณ พ.ศ. { $year }
    .short = ปี { $year }
monthly = ทุกเดือน
quarterly = ทุก 3 เดือน
semiannual = ทุก 6 เดือน
annual = ทุกปี
