# What a command has changed.

level = บันทึกแล้ว
written = แก้ไข: { $file }
removed = ลบ: { $file }
