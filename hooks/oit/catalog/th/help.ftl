# The help of each command, and an example.

add = เผยแพร่ไฟล์ ลิงก์ หรือข้อความ เป็นหลักฐานของข้อหนึ่ง หากไม่ระบุสิ่งใด ระบบจะถาม
    .example = oit add O15 --period 2026-10 สขร1.xlsx
archive = เก็บสำเนาดัชนีที่เผยแพร่แล้วแยกตามวัน เพื่อใช้ตรวจภายหลังว่าข้อมูลในอดีตคงเดิม
    .example = oit archive https://office.example --into oit-archive
build = สร้างเว็บไซต์ลงในโฟลเดอร์ site เมื่อข้อมูลผ่านการตรวจแล้ว
    .example = oit build
check = ตรวจข้อมูลทุกข้อโดยไม่สร้างเว็บไซต์
    .example = oit check
clean =
    ลบสิ่งที่ผู้อ่านมองไม่เห็นออกจากไฟล์ เช่น ชื่อผู้จัดทำ พิกัด ข้อความที่ซ่อน ความคิดเห็น
    เซลล์ที่ซ่อน และไฟล์ที่ฝังไว้
    .example = oit clean รายงาน.docx
codeowners = จัดทำไฟล์ CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อตามรายชื่อหน่วยงาน
    .example = oit codeowners
confirm = ยืนยันว่าข้อมูลของข้อหนึ่งยังถูกต้องและไม่มีการเปลี่ยนแปลง
    .example = oit confirm O15 --by หัวหน้าฝ่ายการคลัง --note ไม่มีการเปลี่ยนแปลง
deployable = ตรวจว่าเว็บไซต์ที่สร้างแล้วครบทุกข้อและตรงกับฉบับที่จะเผยแพร่
    .example = oit deployable site --commit ตามด้วยรหัสเต็มของฉบับ
desk =
    เปิดหน้ารับข้อมูลทางเบราว์เซอร์ในเครื่องนี้ เพื่อวางไฟล์ที่หน่วยงานส่งมา ระบบจะบอกว่าเป็นข้อมูลของข้อใด
    และรวมเป็นฉบับรอตรวจฉบับเดียว
    .example = oit desk --watch ไฟล์จากฝ่าย
diff = เปรียบเทียบดัชนี index.json 2 ฉบับ จากไฟล์ โฟลเดอร์ หรือเว็บไซต์
    .example = oit diff เดิม.json ใหม่.json
due = แสดงสิ่งที่ต้องเผยแพร่หรือยืนยัน เรียงตามวันครบกำหนด
    .example = oit due --division การคลัง --within 30
explain = อธิบายความหมายของข้อความและวิธีแก้ไข หากไม่ระบุรหัส ระบบจะแสดงทุกข้อความ
    .example = oit explain stale
fix = แก้ไขค่าที่ระบบทราบแน่ชัด โดยแสดงให้ตรวจก่อน
    .example = oit fix O15
fmt = จัดรูปแบบข้อมูลรายการให้เป็นแบบเดียวกัน เนื้อหาและหมายเหตุคงเดิม
    .example = oit fmt --check
freshness = เปิด ปรับปรุง และปิดเรื่องแจ้งเตือนรายการที่ค้างและใกล้ครบกำหนด บนที่เก็บข้อมูล (GitHub หรือ GitLab)
    .example = oit freshness --dry-run
go-live = แสดงสิ่งที่ต้องดำเนินการก่อนเปิดใช้งานเว็บไซต์จริง และผลของแต่ละเรื่อง
    .example = oit go-live
harvest = รวบรวมดัชนีของทุกเว็บไซต์ในรายชื่อเป็นตาราง CSV และ Parquet พร้อมหน้าภาพรวมความตรงเวลา
    .example = oit harvest รายชื่อ.txt --output ผลรวม
inbox =
    อ่านทุกไฟล์ในโฟลเดอร์ บอกว่าเป็นข้อมูลของข้อและงวดใด ถามเมื่อไม่แน่ใจ แล้วบันทึกไฟล์ที่พร้อมทั้งหมดในครั้งเดียว
    ไฟล์ในโฟลเดอร์ยังคงอยู่ที่เดิม
    .example = oit inbox อีเมลเดือนเมษายน --replies ตอบกลับ
init = สร้างที่เก็บข้อมูลของสำนักงานใหม่ พร้อมรอบแรกและเกณฑ์
    .example = oit init bangkapi --id bangkapi --name-th "สำนักงานเขตบางกะปิ" --name-en "Bang Kapi District Office"
ledger = บันทึกไฟล์ที่เผยแพร่แล้วในทะเบียน ledger.json
    .example = oit ledger --year 2568
links = ตรวจลิงก์ไปเว็บไซต์อื่น และบันทึกผลไว้ ลิงก์นับว่าเปิดไม่ได้แล้วเมื่อเปิดไม่ได้ครบสามวัน
    .example = oit links
live = ตรวจว่าเว็บไซต์ที่เผยแพร่อยู่เป็นฉบับและวันที่ที่นำขึ้นล่าสุด
    .example = oit live --commit ตามด้วยรหัสเต็มของฉบับ
new-round = เปิดรอบปีงบประมาณใหม่ โดยคัดลอกเกณฑ์ของรอบล่าสุด
    .example = oit new-round 2570
none = ระบุว่าไม่มีรายการในงวดหนึ่ง พร้อมเหตุผล
    .example = oit none O15 --period 2026-12 "ไม่มีการจัดซื้อจัดจ้าง"
remind = จัดทำข้อความเตือนสั้น ๆ สำหรับส่งให้หน่วยงาน
    .example = oit remind --division การคลัง
replace = แทนไฟล์ที่เผยแพร่แล้วด้วยฉบับแก้ไข และบันทึกเหตุผล
    .example = oit replace O15 เดิม.xlsx ใหม่.xlsx
report = จัดทำรายงานประจำเดือนหนึ่งหน้า เสนอผู้อำนวยการเขต
    .example = oit report --month มีนาคม 2568
schemas = จัดทำ JSON Schema สำหรับโปรแกรมแก้ไขข้อความ
    .example = oit schemas
upgrade = ปรับปรุงระบบและข้อมูลของสำนักงานเป็นรุ่นใหม่ หากไม่สำเร็จ ไฟล์ทั้งหมดคงเดิม
    .example = oit upgrade --to oit-1.0.0-py3-none-any.whl
verify =
    ตรวจดัชนีที่เผยแพร่แล้วกับสิ่งที่ดัชนีระบุ ระบบอ่านเฉพาะเว็บไซต์ที่ระบุ
    และไม่ตามลิงก์หรือการส่งต่อไปเว็บไซต์อื่น เว้นแต่ใช้ --external
    .example = oit verify site
verify-upgrade = ตรวจว่าฉบับที่เปิดอยู่ตรงกับผลของคำสั่ง oit upgrade ทุกไบต์
    .example = oit verify-upgrade origin/main
withdraw = ถอนหลักฐานออกจากเว็บไซต์ และแจ้งเหตุผลต่อประชาชน
    .example = oit withdraw O15 summary-2026-10.xlsx
zip = สร้างและบรรจุเว็บไซต์เป็นไฟล์ ZIP สำหรับเครื่องแม่ข่าย
    .example = oit zip
