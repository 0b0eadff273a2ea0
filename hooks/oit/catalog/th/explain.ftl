# `oit explain`: all texts of a rule.
texts =
    { $what }
    ความหมาย: { $help }
    ที่ถูกต้อง: { $expected }
    วิธีแก้ไข: { $remedy }
example = ตัวอย่าง (example):
unknown = ไม่มีข้อความชื่อ “{ $rule }” โปรดดูรายชื่อทั้งหมดด้วยคำสั่ง oit explain
similar = ไม่มีข้อความชื่อ “{ $rule }” ที่ใกล้เคียงคือ { $likely } โปรดดูรายชื่อทั้งหมดด้วยคำสั่ง oit explain
