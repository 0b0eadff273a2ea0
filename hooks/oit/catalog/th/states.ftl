# ประโยคบอกสถานะของหน้าเว็บไซต์: สิ่งที่ค้างมาก่อน

late-items = ค้าง { $count } ข้อ: { $names }
listed = { $names }
no-item-late = ครบทั้ง { $count } ข้อ ไม่มีข้อใดค้าง
as-of = ณ วันที่ { $day }
as-of-closing = ณ วันปิดรอบ { $day }
