# What is wrong with a command as it was typed.

unknown-command = ไม่มีคำสั่ง “{ $name }” โปรดเลือกจากรายชื่อทั้งหมด
similar-command = ไม่มีคำสั่ง “{ $name }” โปรดใช้ { $likely }
unknown-option = ไม่มีตัวเลือก { $name } โปรดเลือกจากรายชื่อทั้งหมด
similar-option = ไม่มีตัวเลือก { $name } โปรดใช้ { $likely }
missing = ยังไม่ได้ระบุ { $name } โปรดพิมพ์ เช่น { $example }
takes-no-value = ตัวเลือก { $name } ไม่มีค่าต่อท้าย โปรดพิมพ์ { $name } เพียงเท่านี้
needs-values = โปรดพิมพ์ค่า { $count } ค่าต่อจาก { $name }
extra = คำสั่งนี้ไม่รับคำว่า “{ $extra }” เพิ่มอีก โปรดพิมพ์ใหม่โดยไม่มีคำนี้ หรือใส่เครื่องหมาย " หน้าและหลังข้อความที่มีวรรค
other = คำสั่งที่พิมพ์ยังไม่ครบหรือยังไม่ตรงกับวิธีใช้ โปรดพิมพ์ใหม่ตามวิธีใช้
not-a-choice = ค่า “{ $value }” ของ { $name } ใช้ไม่ได้ โปรดเลือกจาก { $choices }
not-a-number = ค่า “{ $value }” ของ { $name } ใช้ไม่ได้ โปรดระบุตัวเลขตั้งแต่ { $least } ขึ้นไป
not-an-integer = ค่า “{ $value }” ของ { $name } ใช้ไม่ได้ โปรดระบุจำนวนเต็มตั้งแต่ { $least } ขึ้นไป
not-usable = ค่า “{ $value }” ของ { $name } ใช้ไม่ได้ โปรดพิมพ์ใหม่
absent-path = ไม่พบ{ $kind ->
        [file] ไฟล์
       *[folder] โฟลเดอร์
    } “{ $value }” โปรดตรวจชื่อและที่เก็บที่ระบุใน { $name }
other-path = “{ $value }” ไม่ใช่{ $kind ->
        [file] ไฟล์
       *[folder] โฟลเดอร์
    } โปรดตรวจชื่อและที่เก็บที่ระบุใน { $name }
closed-path = เปิด{ $kind ->
        [file] ไฟล์
       *[folder] โฟลเดอร์
    } “{ $value }” ไม่ได้ โปรดตรวจชื่อและที่เก็บที่ระบุใน { $name }
usage = วิธีใช้
more = ดูเพิ่มเติม
