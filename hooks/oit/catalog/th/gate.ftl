# The verdict of the gate, and who is waiting.

failing = เรื่องที่ต้องแก้ไข
listed = มีอยู่ก่อนแล้ว ไม่ได้เกิดจากฉบับรอตรวจนี้
notices = แจ้งให้ผู้อนุมัติทราบ


verdict = ตรวจ { $items } ข้อแล้ว { $failing ->
        [0] ไม่พบเรื่องที่ต้องแก้ไข
       *[other] พบเรื่องที่ต้องแก้ไข { $failing } เรื่อง
    } { $ending }
ending-passed = ผ่านการตรวจก่อนเผยแพร่
ending-refused = จึงยังไม่เผยแพร่ฉบับใหม่ เว็บไซต์ที่ประชาชนใช้อยู่ยังเปิดได้ตามเดิม
ending-reported = จึงเผยแพร่โดยแสดงรายการที่ค้าง
ending-change-passed = ส่งให้ตรวจเพื่ออนุมัติได้
ending-change-refused = จึงยังส่งต่อไม่ได้ โปรดแก้ไขตามข้างต้น
