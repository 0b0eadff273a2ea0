SELECT day, item, requirement, period, division, sha256, replaced_by, note
FROM events
WHERE event = 'replaced' AND day <= as_of
ORDER BY ALL;
