SELECT DISTINCT item, requirement, period, title, url
FROM evidence
WHERE sample = 'true'
ORDER BY ALL;
