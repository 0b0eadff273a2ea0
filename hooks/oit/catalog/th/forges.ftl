# What is wrong with a forge.

nowhere =
    คำสั่งนี้ทำงานบน GitHub Actions หรือ GitLab CI เท่านั้น โปรดใช้คำสั่งโดยไม่เขียนเรื่องแจ้งเตือน
    (oit freshness --dry-run หรือ oit live ที่ไม่มี --issue)
no-token = ยังไม่ได้ให้สิทธิ์เขียนเรื่องแจ้งเตือน โปรดตั้งค่า OIT_FORGE_TOKEN ตามสิ่งที่ต้องดำเนินการก่อนเปิดใช้งาน
refused =
    ติดต่อที่เก็บข้อมูล (GitHub หรือ GitLab) ไม่ได้ หรือไม่ได้รับอนุญาต ({ $request } { $why })
    เรื่องที่ดำเนินการไปแล้วยังคงอยู่ โปรดตรวจสิทธิ์ แล้วลองใหม่
