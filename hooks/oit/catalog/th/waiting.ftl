# Why the site is not published yet. Only what is true of the others: who submitted nothing is not among them.
blocked = เว็บไซต์ยังไม่เผยแพร่ เพราะ{ $causes } ยังมีเรื่องที่ต้องแก้ไข ข้อมูลที่หน่วยงานอื่นส่งแล้วเรียบร้อย
item = ข้อ { $item } ({ $divisions })
settings = การตั้งค่าของเว็บไซต์
