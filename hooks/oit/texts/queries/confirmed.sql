SELECT day, item, division, "by", note
FROM events
WHERE event = 'confirmed'
ORDER BY day, item, division;
