# Words of `oit none`.

never = ข้อ { $item } ต้องมีหลักฐานเสมอ จึงระบุว่าไม่มีรายการไม่ได้ โปรดเผยแพร่ไฟล์ด้วยคำสั่ง oit add
has-evidence =
    { $title } มีหลักฐานอยู่แล้ว จึงระบุว่าไม่มีรายการไม่ได้
    { $evidence }
added = ข้อ { $item } ไม่มีรายการ: { $title }
