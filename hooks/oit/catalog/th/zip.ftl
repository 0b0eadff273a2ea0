# Words of `oit zip`.

not-packed = ยังบรรจุไม่ได้ เพราะ
packed =
    บันทึก { $file } แล้ว
    รหัสฉบับ (commit): { $commit }
    ข้อมูล ณ วันที่ { $day }
    หลังนำขึ้นแล้ว โปรดตรวจด้วยคำสั่ง oit deployable ที่อยู่เว็บไซต์ --commit { $commit }
uncommitted = มีไฟล์ที่ยังไม่ได้บันทึกเข้าประวัติ (commit) จำนวน { $count } ไฟล์ เช่น { $file } จึงยังไม่ได้บรรจุ โปรดบันทึกเข้าประวัติก่อน
