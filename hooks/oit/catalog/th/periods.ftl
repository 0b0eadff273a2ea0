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

# The names of the months, from January, as in the Unicode locale data.
months = มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
    .short = ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.
