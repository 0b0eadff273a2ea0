# ข่าวการเผยแพร่ (Atom) และปฏิทินกำหนดเผยแพร่ (iCalendar)
updates = เผยแพร่ล่าสุด – { $office }
update = ข้อ { $item } { $title } · { $division } · เผยแพร่ { $day }
calendar = กำหนดเผยแพร่ OIT – { $owner }
demonstration = { $name } (เว็บไซต์สาธิต)
due = กำหนดเผยแพร่ OIT
overdue = เกินกำหนดเผยแพร่ OIT
event = { $heading } { $items } – { $division }
more = { $items } และอีก { $count } ข้อ
see = ดูกำหนดเผยแพร่: { $address }
duty = { $item } { $title }: { $duty }
