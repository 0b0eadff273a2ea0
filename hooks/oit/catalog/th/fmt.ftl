# Words of `oit fmt`.

to-format = ต้องจัดรูปแบบ
formatted = จัดรูปแบบแล้ว
sum = ตรวจ { $read } ไฟล์ จัดรูปแบบ { $changed } ไฟล์
refused = ยังไม่ได้จัดรูปแบบไฟล์ใด โปรดแก้ไขเรื่องข้างต้นก่อน
