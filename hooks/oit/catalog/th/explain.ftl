# `oit explain`: all texts of a rule.
texts =
    { $what }
    ความหมาย: { $help }
    ที่ถูกต้อง: { $expected }
    วิธีแก้ไข: { $remedy }
example = ตัวอย่าง (example):
