# What is wrong with a variable of the environment.

before-all-rounds = ค่า OIT_AS_OF ที่ระบุ “{ $found }” อยู่ก่อนวันเปิดรอบแรก โปรดระบุเป็น { $first } หรือวันหลังจากนั้น
set-in-production =
    ค่า OIT_AS_OF ยังกำหนดเป็น { $day } เว็บไซต์ที่ใช้งานจริงเผยแพร่ได้เฉพาะข้อมูล ณ วันนี้ จึงยังไม่ได้สร้างเว็บไซต์
    โปรดลบค่า OIT_AS_OF หากต้องการทดลองเท่านั้น ให้ใช้คำสั่ง oit build --rehearsal
unusable = ค่า { $name } ที่ระบุ “{ $found }” ใช้ไม่ได้ โปรดระบุเป็น { $expected }
too-late = ค่า { $name } ที่ระบุ “{ $found }” ใช้ไม่ได้ โปรดระบุวันที่ไม่เกินปี ค.ศ. { $year } เช่น 2025-04-30
no-seconds = ค่า { $name } ที่ระบุ “{ $found }” ใช้ไม่ได้ โปรดระบุจำนวนวินาที เช่น { $seconds } หรือ 0 หากไม่ต้องรอ
