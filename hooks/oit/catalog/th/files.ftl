# What files are, how they are saved in a form that is published, and what stands in them where.
# Menus have the names of the Thai editions; older ones of Office say แฟ้ม where newer ones say ไฟล์.
type-xls = สมุดงาน Excel รุ่นเก่า (.xls)
type-excel-xml = สมุดงาน Excel 2003 แบบ XML
type-doc = เอกสาร Word รุ่นเก่า (.doc)
type-word-xml = เอกสาร Word 2003 แบบ XML
type-rtf = เอกสาร Rich Text (.rtf)
type-ppt = งานนำเสนอ PowerPoint รุ่นเก่า (.ppt)
type-pptx = งานนำเสนอ PowerPoint (.pptx)
type-odp = งานนำเสนอ OpenDocument (.odp)
type-old-office = ไฟล์ของ Microsoft Office รุ่นเก่า
type-locked-office = ไฟล์ Word, Excel หรือ PowerPoint ที่มีรหัสผ่าน
type-outlook = ข้อความอีเมลของ Outlook (.msg)
type-mail = ข้อความอีเมลหรือหน้าเว็บที่บันทึกไว้
type-heic = ภาพถ่ายจากโทรศัพท์ (.heic)
type-avif = ภาพ AVIF
type-webp = ภาพ WebP
type-tiff = ภาพ TIFF
type-gif = ภาพ GIF
type-bmp = ภาพ Bitmap (.bmp)
type-zip = ไฟล์บีบอัด ZIP
type-rar = ไฟล์บีบอัด RAR
type-seven-zip = ไฟล์บีบอัด 7z
type-gzip = ไฟล์บีบอัด gzip
type-html = หน้าเว็บ (HTML)
type-xml = ไฟล์ XML
type-svg = ภาพวาด SVG
type-pdf = เอกสาร PDF
type-csv = ตาราง CSV
type-text = ข้อความธรรมดา
type-json = ข้อมูล JSON
type-geojson = แผนที่ GeoJSON
type-png = ภาพ PNG
type-jpeg = ภาพ JPEG
type-xlsx = สมุดงาน Excel (.xlsx)
type-docx = เอกสาร Word (.docx)
type-ods = ตารางคำนวณ OpenDocument (.ods)
type-odt = เอกสาร OpenDocument (.odt)
type-unknown = ไฟล์ชนิดที่ระบบไม่รู้จัก
type-program = โปรแกรมคอมพิวเตอร์หรือสคริปต์

# How to save it so that it can be published.
save-excel = เปิดด้วย Excel แล้วเลือก ไฟล์ (แฟ้ม) > บันทึกเป็น เลือกชนิด “สมุดงาน Excel (*.xlsx)”
save-word = เปิดด้วย Word แล้วเลือก ไฟล์ (แฟ้ม) > บันทึกเป็น เลือกชนิด “เอกสาร Word (*.docx)” หรือ “PDF (*.pdf)”
save-slides = เปิดด้วย PowerPoint แล้วเลือก ไฟล์ (แฟ้ม) > บันทึกเป็น เลือกชนิด “PDF (*.pdf)”
save-picture = เปิดด้วยโปรแกรม Paint แล้วเลือก ไฟล์ > บันทึกเป็น > รูปภาพ JPEG
save-telephone =
    ตั้งค่า iPhone ที่ การตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด ก่อนถ่ายภาพครั้งต่อไป
    สำหรับภาพนี้ โปรดเปิดด้วยโปรแกรม “รูปถ่าย” ของ Windows แล้วเลือก บันทึกเป็น ชนิด .jpg
    หรือส่งจาก iPhone อีกครั้ง โดยส่งเป็นรูปภาพทาง LINE หรือส่งเป็น JPEG ทางอีเมล
save-printed = เปิดในโปรแกรมที่สร้าง แล้วเลือก ไฟล์ > พิมพ์ > Microsoft Print to PDF
save-unpacked = แตกไฟล์ออก (คลิกขวา > แยกทั้งหมด) แล้วแนบทีละไฟล์
save-again = เปิดไฟล์ด้วยโปรแกรมที่สร้าง แล้วบันทึกเป็นชนิด .{ $expected } ใหม่ ไม่ควรเปลี่ยนเฉพาะชื่อไฟล์

# How to save it without its password.
unlock-xlsx = เปิดด้วย Excel โดยใส่รหัสผ่าน เลือก ไฟล์ (แฟ้ม) > ข้อมูล > ป้องกันเวิร์กบุ๊ก (ป้องกันสมุดงาน) > เข้ารหัสลับด้วยรหัสผ่าน ลบรหัสผ่านให้ว่าง แล้วบันทึก
unlock-docx = เปิดด้วย Word โดยใส่รหัสผ่าน เลือก ไฟล์ (แฟ้ม) > ข้อมูล > ป้องกันเอกสาร > เข้ารหัสลับด้วยรหัสผ่าน ลบรหัสผ่านให้ว่าง แล้วบันทึก
unlock-pdf = เปิด PDF โดยใส่รหัสผ่าน เลือก พิมพ์ > Microsoft Print to PDF แล้วแนบไฟล์ที่ได้
unlock-others = เปิดไฟล์โดยใส่รหัสผ่าน แล้วเลือก บันทึกเป็น โดยไม่เลือกบันทึกพร้อมรหัสผ่าน

# Places within a file.
place-line = บรรทัดที่ { $name }
place-page = หน้า { $name }
place-sheet = แผ่นงาน “{ $name }”
place-body = เนื้อหาของเอกสาร
place-header = หัวหรือท้ายกระดาษ
place-comment = ความคิดเห็น { $name }
place-note = เชิงอรรถ
place-property = คุณสมบัติของไฟล์ { $name }
place-hidden = ส่วนที่ซ่อนอยู่ { $name }
place-row = แถวที่ { $row }
place-cell = เซลล์ { $cell }
place-within = { $place } { $within }
place-inside = { $place } ในไฟล์ “{ $inside }”

# What is hidden.
kind-tracked-text = ข้อความที่ลบหรือแก้ไขแบบติดตามการเปลี่ยนแปลง
kind-hidden-text = ข้อความที่ซ่อนไว้
kind-hidden-cells = แผ่นงาน แถว หรือคอลัมน์ที่ซ่อนไว้
kind-filtered-cells = แถวที่ตัวกรองซ่อนไว้
kind-inner-file = ไฟล์ที่ฝังหรือแนบไว้
kind-leftovers = ข้อความที่โปรแกรมเก็บค้างไว้
kind-comment = ความคิดเห็น
kind-layer = ชั้นข้อมูลที่ปิดเปิดได้
kind-empty-part = ส่วนที่ซ่อนไว้แต่ไม่มีข้อมูล
kind-author = ชื่อผู้จัดทำ
kind-thumbnail = ภาพย่อ
kind-position = พิกัดสถานที่ถ่ายภาพ

# What acts by itself.
kind-script = สคริปต์หรือแมโคร
kind-action = คำสั่งที่เปิดไฟล์ โปรแกรม หรือส่งข้อมูล
kind-template = แม่แบบที่อยู่นอกไฟล์
kind-field = ฟิลด์ที่ดึงข้อมูลจากภายนอก
kind-external-link = การเชื่อมโยงไปยังไฟล์อื่น
kind-connection = การเชื่อมต่อฐานข้อมูลหรือเว็บ
kind-object = วัตถุที่เรียกโปรแกรมอื่น
kind-formula = สูตรที่ดึงข้อมูลจากภายนอก
kind-form = แบบฟอร์มที่ทำงานเอง

# Why a file was not read.
kind-absent = ไม่พบไฟล์
kind-unreadable = เปิดอ่านไม่ได้ หรือเป็นชนิดที่ระบบไม่รู้จัก
kind-encrypted = มีรหัสผ่าน
kind-too-costly = ใหญ่หรือซับซ้อนเกินกว่าที่ระบบตรวจได้

# Something hidden or active, how often, and where.
part = { $what } { $count } { $kind ->
    [hidden-cells] เซลล์
    [filtered-cells] เซลล์
    [inner-file] ไฟล์
    [author] ชื่อ
    [thumbnail] ภาพ
   *[other] แห่ง
    } ({ $place })
