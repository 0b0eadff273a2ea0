# What the settings of mkdocs.yml are for, by model and name; the page guide/settings/ tells it.
office-id = รหัสสำนักงานเขต ใช้ในไฟล์ข้อมูลทุกไฟล์ และไม่เปลี่ยนภายหลัง
office-name_th = ชื่อสำนักงานเขต ภาษาไทย
office-name_en = ชื่อสำนักงานเขต ภาษาอังกฤษ
office-telephone = หมายเลขโทรศัพท์สำหรับติดต่อและแจ้งข้อมูลที่ต้องแก้ไข
office-email = อีเมลสำหรับติดต่อและแจ้งข้อมูลที่ต้องแก้ไข
office-address_th = ที่อยู่ ภาษาไทย
office-address_en = ที่อยู่ ภาษาอังกฤษ
office-hours_th = วันและเวลาทำการ ภาษาไทย เช่น วันจันทร์–วันศุกร์ เวลา 08.00–16.00 น.
office-hours_en = วันและเวลาทำการ ภาษาอังกฤษ
office-map_url = ลิงก์ไปยังแผนที่ตั้งสำนักงานเขต
task-name_th = เรื่องที่ประชาชนมาใช้บริการ ภาษาไทย เช่น ดูการใช้งบประมาณ
task-name_en = เรื่องเดียวกัน ภาษาอังกฤษ
task-topics = รหัสเรื่อง (topic ใน mandate.yml) ของข้อที่เกี่ยวข้อง
task-url = เว็บไซต์ที่ให้บริการเรื่องนี้ทางออนไลน์
licence-id = รหัสสัญญาอนุญาตตาม SPDX เช่น “CC-BY-4.0”
licence-title = ชื่อสัญญาอนุญาต
licence-url = ที่อยู่ของข้อความสัญญาอนุญาต
licence-gdcatalog = ชื่อสัญญาอนุญาตตามรายการของระบบบัญชีข้อมูลภาครัฐ (GD Catalog) เช่น “Open Data Common”
repository-url = ที่อยู่ของที่เก็บข้อมูล
repository-forge = ชนิดของที่เก็บข้อมูล คือ github หรือ gitlab หากไม่ระบุ คือ github
repository-branch = ชื่อฉบับที่เผยแพร่อยู่ หากไม่ระบุ คือ main
repository-sign_in_relay = สำหรับ GitHub คือที่อยู่ของตัวกลางการเข้าสู่ระบบ (OAuth relay) ของแบบฟอร์ม
repository-application_id = สำหรับ GitLab คือรหัสแอปพลิเคชัน (application) ที่ใช้เข้าสู่ระบบของแบบฟอร์ม
upgrade-version = รุ่นของระบบก่อนปรับปรุง
upgrade-date = วันที่ปรับปรุง
site-mode = demonstration (เว็บไซต์สาธิต) หรือ production (เว็บไซต์จริงของสำนักงานเขต)
site-office = สำนักงานเขตเจ้าของเว็บไซต์
site-accepted_types = ชนิดไฟล์หลักฐานที่รับ เช่น “pdf” “csv” และ “xlsx”
site-tasks = เรื่องที่ประชาชนมาใช้บริการ แสดงในหน้าแรก
site-repository = ที่เก็บข้อมูล สำหรับแบบฟอร์มและลิงก์แก้ไขข้อมูลรายการ
site-coordinator = บัญชีหรือกลุ่มของผู้ประสานงาน ITA ซึ่งอนุมัติการเปลี่ยนแปลงเกณฑ์
site-official_home = หน้าแรกของเว็บไซต์หลักของสำนักงานเขต ซึ่งผู้ประเมินเริ่มเข้าถึงข้อมูล
site-licence = สัญญาอนุญาตให้ใช้ข้อมูล เมื่อสำนักงานเขตกำหนดแล้ว
site-allowed_hosts = เว็บไซต์อื่นที่หน้าใน docs/ นำแผนที่หรือรูปภาพมาแสดงได้ เช่น www.google.com หากไม่ระบุ คือไม่อนุญาต
site-upgraded = การปรับปรุงระบบครั้งล่าสุด คำสั่ง oit upgrade เขียนให้
site-upgrade_days = จำนวนวันหลังปรับปรุงระบบ ที่เกณฑ์ซึ่งเพิ่มมาใหม่เป็นเพียงการแจ้งให้ทราบ

# Names of settings that a finding may name.
label-site_name = ชื่อเว็บไซต์
label-site_url = ที่อยู่ของเว็บไซต์นี้
label-official_home = หน้าแรกของเว็บไซต์หลัก
label-licence = สัญญาอนุญาตให้ใช้ข้อมูล
label-coordinator = บัญชีของผู้ประสานงาน ITA
label-address_th = ที่อยู่สำนักงาน
label-hours_th = เวลาทำการ
label-telephone = หมายเลขโทรศัพท์
label-email = อีเมล
label-map_url = แผนที่
label-forge = บัญชีผู้ตรวจของหน่วยงาน
label-source_th = ที่มาของเกณฑ์
label-source_en = ที่มาของเกณฑ์ ภาษาอังกฤษ

# What a setting looks like.
example-address_th = เลขที่ ถนน แขวง เขต กรุงเทพมหานคร รหัสไปรษณีย์
example-hours_th = วันจันทร์ถึงวันศุกร์ เวลา 08.00–16.00 น.

# The office's name where the settings could not be read.
unread-office = ไม่ทราบ
