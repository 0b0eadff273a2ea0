# The number with which a page opens: what it counts, of which period, and how it changed.
baht = บาท
million-baht = ล้านบาท
exact = { $caption } · { $amount } บาท
cases = เรื่อง
entries = รายการ
nothing = ไม่มีรายการ
amount = { $value } { $unit }
of-period = { $name } { $period }
# What each kind of table counts.
kind-collected = จัดเก็บได้
kind-spent = ใช้งบประมาณ
kind-planned = แผนทั้งปี
kind-purchases = ซื้อและจ้าง
kind-subsidies = เงินอุดหนุนชุมชน
kind-complaints = เรื่องร้องเรียนการทุจริต
# How many rows the tables have.
rows-collected = จำแนกเป็น { $count } ประเภท
rows-spent = จำแนกเป็น { $count } งาน
rows-planned = จำแนกเป็น { $count } งาน
rows-purchases = รวม { $count } รายการ
rows-subsidies = รวม { $count } รายการ
rows-complaints = รับใหม่ในงวดนี้
# The change against the period just before.
before = { $months ->
    [1] เดือนก่อน
    [3] ไตรมาสก่อน
    [6] ครึ่งปีก่อน
   *[other] งวดก่อน
    }
more = เพิ่มขึ้น { $amount } จาก{ $before }
less = ลดลง { $amount } จาก{ $before }
same = เท่าเดิมเมื่อเทียบกับ{ $before }
# Sentences.
largest = มากที่สุดคือ “{ $name }” { $amount }
of-plan = เบิกจ่าย { $spent } จาก { $plan } บาท (ร้อยละ { $percent } ของแผนในงวดนี้)
left = คงเหลือ { $amount }
over = เกินแผน { $amount }
of-year = คิดเป็นร้อยละ { $percent } ของแผนทั้งปี { $amount }
furthest = เบิกจ่ายต่ำกว่าแผนมากที่สุดคือ “{ $name }”
share-of-plan = % ของแผน
spent-of = { $spent } จาก { $plan } บาท
closed = ในงวดเดียวกันดำเนินการแล้วเสร็จ { $count } เรื่อง
in-round = ตั้งแต่ต้นรอบรับ { $count } เรื่อง แล้วเสร็จ { $closed } เรื่อง
