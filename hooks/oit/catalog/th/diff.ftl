# `oit diff`: what changed from one published index to another.

kind-became-late = เกินกำหนดหรือไม่ครบถ้วน
kind-became-current = เป็นปัจจุบันแล้ว
kind-status-changed = สถานะเปลี่ยนไป
kind-added = เพิ่มใหม่
kind-removed = ไม่มีแล้ว
kind-changed = ข้อมูลเปลี่ยนไป
kind-evidence-added = หลักฐานที่เพิ่มใหม่
kind-evidence-removed = หลักฐานที่ไม่มีแล้ว
kind-evidence-changed = หลักฐานที่เปลี่ยนไป

remark-other-office = ดัชนีทั้งสองเป็นของต่างสำนักงาน จึงเทียบเฉพาะรายการและสถานะ ไม่เทียบหลักฐาน
remark-other-round = ดัชนีทั้งสองไม่มีปีงบประมาณที่ตรงกัน จึงเทียบรอบล่าสุดของแต่ละฉบับตามเรื่อง ไม่เทียบหลักฐาน
remark-older-second = ดัชนีฉบับที่สองเก่ากว่าฉบับแรก ลำดับเวลาจึงกลับกัน

fact-item = ข้อ
fact-indicator = ตัวชี้วัดย่อย
fact-owner = หน่วยงานรับผิดชอบหลัก
fact-owners = หน่วยงานเจ้าของข้อมูล
fact-frequency = ความถี่ในการปรับปรุง
fact-updated = ปรับปรุงล่าสุด
fact-reviewed = ยืนยันล่าสุด
fact-due_on = ครบกำหนดครั้งถัดไป
fact-waived_until = ได้รับการผ่อนผันถึง
fact-title = ชื่อ
fact-round_state = รอบ
fact-oit = คะแนน OIT คำนวณภายใน
fact-total = คะแนนรวมคำนวณภายใน
fact-published = วันที่เผยแพร่
fact-periods = งวด
fact-bytes = ขนาด (ไบต์)
fact-sha256 = SHA-256
fact-sample = ข้อมูลตัวอย่าง
fact-counts = เผยแพร่แล้วในวันที่ของดัชนี

round = รอบปีงบประมาณ พ.ศ. { $year }
yes = ใช่
no = ไม่ใช่
side = { $office } ณ วันที่ { $day }
heading = { $kind } ({ $count })
nothing = ไม่มีการเปลี่ยนแปลง
change = { $facts }
fact = { $name } { $before } → { $after }
values = { $before } → { $after }
