# Words of `oit withdraw`.

why = ประเภทของเหตุผล เช่น “personal-data”
reason = เหตุผลที่แสดงแก่ประชาชน โดยไม่ระบุเนื้อหาที่ถอน
by = ตำแหน่งผู้อนุมัติให้ถอน มิใช่ชื่อบุคคล
withdrawn = ถอนแล้ว
what = ข้อ { $item } { $name }
