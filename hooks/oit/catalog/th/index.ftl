# Words on reading a published index.

credentials = ที่อยู่ { $address } มีชื่อผู้ใช้หรือรหัสผ่าน โปรดระบุที่อยู่โดยไม่มีส่วนนี้
unreadable =
    อ่าน “{ $place }” เป็นดัชนี index.json รุ่นที่ 1 ไม่ได้
    { $reasons }
