# ประโยคบอกสถานะของหน้าเว็บไซต์: สิ่งที่ค้างมาก่อน

# รอบ
late-item = ค้าง 1 ข้อ: { $item } { $what } เกินมาแล้ว { $days } วัน – { $division }
late-items = ค้าง { $count } ข้อ: { $names }
faulty-items = ต้องแก้ไข { $count } ข้อ: { $names }
soon-items = ใกล้ครบกำหนด { $count } ข้อ: { $names }
more-items = อีก { $count } ข้อ
no-item-late = ไม่มีข้อใดค้าง
all-full = ครบทั้ง { $count } ข้อ ไม่มีข้อใดค้าง
upcoming = รอบนี้เปิดวันที่ { $day }
count-full = ครบตามกำหนด { $count } ข้อ
count-soon = ใกล้ครบกำหนด { $count } ข้อ
count-wait = ยังไม่ถึงกำหนดบางเรื่อง { $count } ข้อ
count-waived = ได้รับการผ่อนผัน { $count } ข้อ
count-full-closed = ครบถ้วน { $count } ข้อ
count-soon-closed = ครบถ้วน { $count } ข้อ
count-wait-closed = บางเรื่องไม่ถึงกำหนดก่อนปิดรอบ { $count } ข้อ
count-waived-closed = ได้รับการผ่อนผัน { $count } ข้อ

# หน่วยงาน
late-thing = ค้าง 1 เรื่อง: { $item } { $what } เกินมาแล้ว { $days } วัน
late-things = ค้าง { $count } เรื่อง
soon-things = ใกล้ครบกำหนด { $count } เรื่อง

# ข้อ
late = ค้าง { $count } เรื่อง: { $what }
soon = ใกล้ครบกำหนด: { $what }
faulty = ต้องแก้ไข { $count } เรื่อง
waived = ได้รับการผ่อนผันถึง { $day }
nothing-late = ไม่มีเรื่องใดค้าง
more-things = { $what } และอีก { $count } เรื่อง
published = เผยแพร่แล้ว { $filled } จาก { $owed } รายการ
unowed = บางเรื่องไม่ถึงกำหนดก่อนปิดรอบ
next = กำหนดถัดไป { $day }
leads = { $division }รับผิดชอบ
late-since = ครบกำหนด { $due } เกินมาแล้ว { $days } วัน { $division }รับผิดชอบ
soon-since = ภายใน { $due } { $division }รับผิดชอบ

# สิ่งที่ค้างหรือใกล้ครบกำหนด หลังชื่อข้อ
late-owed = { $what } ครบกำหนด { $due } เกินมาแล้ว { $days } วัน – { $division }
late-due = ครบกำหนด { $due }
soon-owed = { $what } ภายใน { $due } – { $division }
of-period = { $what } { $period }
confirmation = การปรับปรุงหรือยืนยันข้อมูล

# ป้ายของข้อ
tag-late = ค้าง { $days } วัน
tag-invalid = ต้องแก้ไข
tag-incomplete = ค้าง
tag-stale = ค้าง
tag-waived = ได้รับการผ่อนผัน
tag-pending = ยังไม่ถึงกำหนด
tag-due = ใกล้ครบกำหนด
tag-current = ครบตามกำหนด
tag-complete = ครบถ้วน ณ วันปิดรอบ
tone-late = ค้างหรือต้องแก้ไข
tone-soon = ใกล้ครบกำหนด
tone-wait = ยังไม่ถึงกำหนด
tone-ok = ครบตามกำหนด

as-of = ณ วันที่ { $day }
as-of-closing = ณ วันปิดรอบ { $day }
sample = ตัวอย่าง มิใช่ผลจริง
