# Help of the options of `oit go-live`.

strict = จบด้วยสถานะ 1 หากมีเรื่องที่ยังไม่แล้วเสร็จ
