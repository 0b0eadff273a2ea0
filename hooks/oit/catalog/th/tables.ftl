# ตารางในหน้าเว็บไซต์ และหน้าตารางของทุกงวด

total = รวม { $count } รายการ
more = แสดง { $shown } แถวแรกจากทั้งหมด { $count } แถว
details = รายละเอียด
offers = ผู้เสนอราคา { $count } ราย
chosen = ได้รับคัดเลือก
signed = ลงวันที่ { $day }
sample = ตัวอย่าง
period = งวด
file = ไฟล์
way = ตำแหน่งในเว็บไซต์
lead = ตารางเดียวจากไฟล์ที่เผยแพร่ทั้งหมด { $count } ไฟล์ ปีงบประมาณ พ.ศ. { $year }
download = ดาวน์โหลดตารางนี้
download-note = CSV เปิดด้วย Excel ได้
find = ค้นหาในตาราง
order = เรียงลำดับ
as-listed = งวดล่าสุดก่อน
sort-text = { $column } ก–ฮ
sort-most = { $column } มากไปน้อย
sort-least = { $column } น้อยไปมาก
sort-newest = { $column } ใหม่ไปเก่า
sort-oldest = { $column } เก่าไปใหม่
shown = แสดง {"{shown}"} จาก {"{all}"} แถว
none-shown = ไม่พบแถวที่มีคำนี้ โปรดใช้คำอื่นหรือลบคำค้น
whole = แสดงครบทั้ง { $count } แถว
