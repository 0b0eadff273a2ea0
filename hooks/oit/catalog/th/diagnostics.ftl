# How a diagnostic is laid out, whatever it is about: the labels around its own words.

evidence-titled = “{ $title }”
evidence-numbered = หลักฐานที่ { $number }
list-place = ลำดับที่ { $number }
field = { $label } ({ $name })
expected = ที่ถูกต้อง: { $expected }
remedy = วิธีแก้ไข: { $remedy }
form = เปิดแบบฟอร์มที่ช่องนี้: { $address }
open-form = เปิดแบบฟอร์ม
corrected-line = บรรทัดที่แก้แล้ว: { $line }
corrected-lines = บรรทัดที่แก้แล้ว
repeated = พบ { $count } แห่งที่เหมือนกัน
place = สำหรับเจ้าหน้าที่คอมพิวเตอร์: { $place } · { $code }

column-item = ข้อ
column-where = หลักฐานและช่อง
column-what = เรื่อง
column-remedy = วิธีแก้ไข
column-place = ไฟล์และบรรทัด

more = และอีก { $count } เรื่อง
