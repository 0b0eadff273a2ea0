# The report of `oit verify`. What it finds is in `verify.ftl`.

level-failure = ไม่ตรงกัน
level-notice = แจ้งให้ทราบ
summary = { $source }: ตรวจ { $checked } รายการ ณ วันที่ { $day } { $failing ->
        [0] ตรงตามที่ดัชนีระบุ
       *[other] พบเรื่องที่ไม่ตรงกัน { $failing } เรื่อง
    }
left-out = ยังไม่ได้ตรวจลิงก์ไปเว็บไซต์อื่น { $count } แห่ง (ตรวจได้ด้วย --external)
following = และอีก { $count } จุดที่ตามมา เช่น { $places }
no-value = ไม่มีค่า
