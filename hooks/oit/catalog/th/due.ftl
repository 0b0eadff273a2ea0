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

# Help of the options of `oit due`.

within = เฉพาะที่พ้นกำหนดแล้วหรือจะครบกำหนดภายในจำนวนวันนี้
format = ข้อความ หรือ JSON สำหรับโปรแกรม
