# Help of the options of `oit due`.

within = เฉพาะที่พ้นกำหนดแล้วหรือจะครบกำหนดภายในจำนวนวันนี้
format = ข้อความ หรือ JSON สำหรับโปรแกรม
