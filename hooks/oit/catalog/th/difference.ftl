# สิ่งที่จะเปลี่ยนแปลงเมื่อบันทึก แยกตามข้อ: what entries would change, before they are written.

item = ข้อ { $item } { $title } ปีงบประมาณ พ.ศ. { $year }
whose = { $what } – { $division }
of-periods = { $periods } { $what }
new = { $kind ->
        [file] เพิ่มไฟล์ “{ $title }” ({ $where })
        [url] เพิ่มลิงก์ “{ $title }” ({ $where })
        [section] เพิ่มข้อความ “{ $title }”
       *[none] ระบุว่าไม่มีรายการ เหตุผล “{ $title }”
    }
replaced = แก้ไข “{ $title }” เหตุผล “{ $reason }”
confirmed = ยืนยันข้อมูล โดย{ $post } เหตุผล “{ $note }”
status = สถานะเปลี่ยนจาก “{ $before }” เป็น “{ $after }”
status-same = สถานะคงเดิม “{ $after }”
due = ยังต้องดำเนินการ ดังนี้
