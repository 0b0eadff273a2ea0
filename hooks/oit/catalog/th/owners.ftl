# The head of the file `CODEOWNERS`; each line becomes a comment there.

head =
    ไฟล์นี้จัดทำโดยคำสั่ง oit codeowners จาก oit_items/divisions.yml, mandate.yml และ mkdocs.yml โปรดอย่าแก้ไขโดยตรง
    โปรดแก้ไขที่ไฟล์เหล่านั้น แล้วใช้คำสั่ง oit codeowners อีกครั้ง
samples = บัญชีที่มีคำว่า “sample” เป็นตัวอย่าง มิใช่บัญชีจริง
