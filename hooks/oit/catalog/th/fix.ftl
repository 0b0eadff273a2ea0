# คำสั่ง oit fix
yes = แก้ไขทันทีโดยไม่ถาม
shown = ระบบทราบค่าที่ต้องพิมพ์ { $count } แห่ง ดังนี้
item = ข้อ { $item }
evidence = หลักฐาน “{ $title }”
entry = หลักฐานที่ { $number }
field = ช่อง “{ $field }”
line = บรรทัดที่ { $line }
change = { $place }: { $before } → { $after }
removal = { $place }: ลบ { $before } ซึ่งซ้ำกับบรรทัดก่อนหน้า
question = ต้องการให้ระบบแก้ไขทั้งหมดนี้หรือไม่
not-written = ยังไม่ได้แก้ไขสิ่งใด ใช้ oit fix --yes เพื่อแก้ไขโดยไม่ถาม
written = แก้ไขแล้ว { $count } แห่ง
remaining = เรื่องที่ต้องแก้ไขเองมี { $count } เรื่อง ดังนี้
clean = ไม่มีเรื่องที่ต้องแก้ไขแล้ว
changed-meanwhile = ไฟล์ { $file } เปลี่ยนไประหว่างที่ใช้คำสั่งนี้ จึงยังไม่ได้แก้ไขสิ่งใด โปรดใช้คำสั่ง oit fix อีกครั้ง
unknown = ไม่พบข้อหรือไฟล์ “{ $place }” โปรดระบุรหัสข้อ เช่น O15 หรือไฟล์ในโฟลเดอร์ oit_items
