# What is told with a finding: what follows from it, and where else the same is found.
missing = จนกว่าจะแก้ไขเรื่องนี้ ระบบยังไม่นับว่ามี{ $what }
missing-more = จนกว่าจะแก้ไขเรื่องนี้ ระบบยังไม่นับว่ามี{ $what } และอีก { $count } รายการ
stale = จนกว่าจะแก้ไขเรื่องนี้ ระบบยังนับว่าข้อนี้เกินกำหนดปรับปรุง
elsewhere = พบเรื่องเดียวกันอีก { $count } แห่ง ได้แก่ { $places }
elsewhere-more = พบเรื่องเดียวกันอีก { $count } แห่ง เช่น { $places }
line = บรรทัดที่ { $line }
file = ไฟล์ “{ $name }”
unjudged = ยังไม่ได้ตรวจข้อมูลรายการของปีงบประมาณ พ.ศ. { $year } เพราะระบบอ่านไฟล์นี้ไม่ได้
