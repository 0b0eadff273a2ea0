# Values that fill messages, and depend on the language.

cell-holds = ระบุ “{ $found }” ซึ่งไม่ใช่ค่าที่{ -template }กำหนด
cell-empty = ยังว่างอยู่ แต่{ -template }กำหนดให้กรอก
cell-number = ตัวเลข เช่น 2000
cell-integer = จำนวนเต็ม เช่น 12
cell-date = วันที่
cell-string = ข้อความ
cell-required = เซลล์ที่ไม่เว้นว่าง
cell-minimum = ค่าที่ไม่ต่ำกว่าที่กำหนด
cell-maximum = ค่าที่ไม่สูงกว่าที่กำหนด
cell-enum = ค่าที่กำหนดไว้ในแบบกรอกข้อมูล
cell-pattern = รูปแบบที่กำหนดไว้ในแบบกรอกข้อมูล
cell-unique = ค่าที่ไม่ซ้ำ

file = ไฟล์ “{ $name }”
text = ข้อความ บรรทัดที่ { $line }
under = ใต้ { $parent }
at-the-top = บรรทัดแรก ๆ ของไฟล์
of-short-period = { $what } ประจำ{ $period }
of-long-period = { $what } { $period }
of-division = { $what } ของ{ $division }
two = { $first } และ{ $last }
range = { $first } ถึง{ $last }
plain = { $value }
