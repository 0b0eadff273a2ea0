# `oit links`: links of records to other sites. The state is the level of a block.

dead = เปิดไม่ได้แล้ว
dead-found = { $reason }
    .remedy = โปรดแก้ที่อยู่ หรือแนบหลักฐานเป็นไฟล์แทน
failing = ครั้งนี้เปิดไม่ได้
failing-found = { $reason }
    .remedy = ระบบจะนับว่าเปิดไม่ได้แล้ว เมื่อเปิดไม่ได้ครบ { $limit } วัน
refused = เว็บไซต์ปลายทางไม่อนุญาตให้โปรแกรมตรวจ
refused-found = { $reason }
    .remedy = โปรดเปิดหน้าเว็บด้วยตนเอง ประชาชนอาจเปิดได้ตามปกติ
working = เปิดได้
working-found = { $reason }

failed-on = เปิดไม่ได้เมื่อวันที่ { $days }
summary = ตรวจ { $count } ลิงก์: { $states }
counted = { $name } { $count } แห่ง

# Words of `oit links`.

state = ไฟล์ที่บันทึกผลการตรวจครั้งก่อน
strict = จบด้วยสถานะ 1 หากมีลิงก์ที่เปิดไม่ได้แล้ว
offline = ติดต่อเว็บไซต์ใดไม่ได้เลย อาจเกิดจากเครือข่ายของเครื่องนี้ ระบบไม่ได้บันทึกผล โปรดลองใหม่ภายหลัง
unread = อ่านผลการตรวจครั้งก่อนจาก “{ $file }” ไม่ได้ จึงยังไม่ได้ตรวจ โปรดระบุไฟล์อื่นด้วย --state หรือลบไฟล์นี้
unwritten = บันทึกผลการตรวจลงใน “{ $file }” ไม่ได้ โปรดระบุไฟล์อื่นด้วย --state
