SELECT day, item, requirement, period, title, url, replaced_by, "by", note
FROM events
WHERE event = 'replaced'
ORDER BY day, item, requirement, period;
