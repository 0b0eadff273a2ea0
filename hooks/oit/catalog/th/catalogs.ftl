# คำอธิบายชุดข้อมูลสำหรับระบบบัญชีข้อมูล (DCAT, Data Package, GD Catalog)
dcat = ข้อมูลที่{ $office }เปิดเผยต่อสาธารณะ (OIT)
    .about = ข้อมูลตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ ข้อละหนึ่งชุดข้อมูล
    .whole = ข้อมูลทั้งหมดของข้อ { $item }
series = { $title } ทุกปีงบประมาณ
service = ข้อมูลสำหรับโปรแกรม (API)
    .about = ดัชนี ข้อมูลรายข้อ และตาราง ในรูปแบบ JSON และ CSV พร้อมคำอธิบายโครงสร้าง (JSON Schema)
distribution = ข้อ { $item } { $about }
open-copy = { $title } (สำเนา CSV)
package = ตารางที่{ $office }เปิดเผย (OIT)
index = ดัชนี ข้อละหนึ่งแถว
evidence = หลักฐาน ชิ้นละหนึ่งแถว
events = ประวัติการเปิดเผยข้อมูล ปี { $year }
answers = ชุดคำตอบ ปี { $year }

# ค่าตามรายการของระบบบัญชีข้อมูลภาครัฐ (GD Catalog)
gd-title = { $title } ปีงบประมาณ พ.ศ. { $year }
gd-sample = ตัวอย่าง
gd-type = ข้อมูลหลากหลายประเภท
gd-objective = พันธกิจหน่วยงาน
gd-link = เว็บไซต์อื่น
gd-coverage = อำเภอ
gd-category = ข้อมูลสาธารณะ
gd-monthly = เดือน
gd-quarterly = ไตรมาส
gd-semiannual = ครึ่งปี
gd-annual = ปี
