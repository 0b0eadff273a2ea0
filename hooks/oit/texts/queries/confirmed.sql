SELECT day, item, division, "by", note
FROM events
WHERE event = 'confirmed' AND day <= as_of
ORDER BY ALL;
