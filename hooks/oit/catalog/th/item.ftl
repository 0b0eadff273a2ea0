# หน้าของข้อ

official = ชื่อทางการ: { $title }
sample = ตัวอย่าง
no-real-channel = ข้อนี้เป็นตัวอย่าง ไม่ใช่ข้อมูลหรือช่องทางจริง

# หัวข้อของหน้า
heading-here = ตำแหน่งในเว็บไซต์
heading-contents = ในหน้านี้
heading-newer = งวดหลังจากนั้น
heading-earlier = งวดก่อนหน้า
heading-details = คำอธิบาย
heading-see-also = ข้อมูลที่เกี่ยวข้อง
heading-report = พบข้อมูลที่ต้องแก้ไข
heading-years = ข้อมูลเรื่องนี้ในปีอื่น
heading-around = ข้อก่อนหน้าและข้อถัดไป

# งวด
latest = ล่าสุด: { $period }
next = งวดถัดไป: { $period } ภายในวันที่ { $day }
whole = ดูทุกงวดในตารางเดียว: { $label }
none = ไม่มีรายการ
stated-none = ประกาศว่าไม่มีรายการ เมื่อ { $day }
due = ครบกำหนด { $day }
waived = ได้รับการผ่อนผันถึง { $day }
counted-from = นับตั้งแต่ฉบับแรก { $day }

# หลักฐาน
published = เผยแพร่ { $day }
later = เผยแพร่หลังวันที่ { $day }
external = เว็บไซต์ภายนอก
pages = { $count } หน้า
as-csv = { $title } ในรูปแบบ CSV
code = คิวอาร์โค้ดของ{ $title }
replaced = แก้ไข { $day } { $reason }
dated-before = เดิมลงวันที่เผยแพร่ { $day }

# ท้ายหน้า
results = ดูแผนภูมิและตารางผลประเมิน ITA ปี { $year }
year = ปีงบประมาณ พ.ศ. { $year }: { $item } { $title }
previous-item = ข้อก่อนหน้า: { $title }
next-item = ข้อถัดไป: { $title }
report-to = หากพบว่าข้อมูลข้อ { $item } ต้องแก้ไขหรือเปิดไม่ได้ โปรดแจ้ง{ $office }
report-subject = แจ้งข้อมูลที่ต้องแก้ไข ข้อ { $item }
report-not-yet = เว็บไซต์ที่อยู่ระหว่างจัดทำนี้ยังไม่มีช่องทางรับแจ้ง โปรดใช้ช่องทางที่เป็นทางการของสำนักงานเขต
report-nowhere = เว็บไซต์สาธิตนี้ไม่มีช่องทางรับแจ้ง โปรดใช้ช่องทางที่เป็นทางการของสำนักงานเขต
report-officially = โปรดแจ้ง{ $office }ทางช่องทางที่เป็นทางการ
