# What is told with a finding: what follows from it, and where else the same is found.
missing = ยังไม่มี{ $what } เพราะหลักฐานนี้ยังใช้ไม่ได้
missing-more = ยังไม่มี{ $what } และอีก { $count } รายการ เพราะหลักฐานนี้ยังใช้ไม่ได้
stale = ยังนับว่าข้อนี้เกินกำหนดปรับปรุง เพราะยังไม่ทราบวันที่นี้
elsewhere = พบเรื่องเดียวกันอีก { $count } แห่ง ได้แก่ { $places }
elsewhere-more = พบเรื่องเดียวกันอีก { $count } แห่ง เช่น { $places }
line = บรรทัดที่ { $line }
file = ไฟล์ “{ $name }”
unjudged = ยังไม่ได้ตรวจข้อมูลรายการของปีงบประมาณ พ.ศ. { $year } เพราะระบบอ่านไฟล์นี้ไม่ได้
