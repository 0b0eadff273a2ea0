# Words of `oit schemas` and `oit codeowners`.

unread = อ่านการตั้งค่าหรือรายชื่อหน่วยงานไม่ได้ โปรดใช้คำสั่ง oit check เพื่อดูสิ่งที่ต้องแก้ไข
out-of-step = ไม่ตรงกับข้อมูลต้นทาง โปรดใช้คำสั่ง { $command }
in-step = ตรงกับข้อมูลต้นทางแล้ว
