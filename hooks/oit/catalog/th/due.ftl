# What is to be published or confirmed, and by when: `oit due`, previews, calendars, reminders.

level = ต้องดำเนินการ
duty = { $what } ({ $division })
confirmation = ปรับปรุงหรือยืนยันข้อมูล
of-period = { $what } { $period }
waived = ได้รับการผ่อนผันถึง { $until }
day = { $day } · { $left ->
        [0] วันนี้
       *[other] อีก { $left } วัน
    }
day-passed = { $day } · เกินกำหนดแล้ว { $days } วัน
nothing = ไม่มีรายการที่ต้องเผยแพร่หรือยืนยันในช่วงนี้

status = สถานะของข้อ { $item }: { $status }
status-until = สถานะของข้อ { $item }: { $status } ครบกำหนดครั้งถัดไปวันที่ { $due_on }
closed = รอบนี้ปิดแล้วเมื่อวันที่ { $day } ข้อมูลที่เพิ่มภายหลังจะแสดงบนเว็บไซต์ แต่ไม่เปลี่ยนผลการตรวจ ณ วันปิดรอบ
to-do = ยังต้องดำเนินการ:
still = { $status } ยังต้องดำเนินการ { $count } เรื่อง
