SELECT owed_by, item, requirement, string_agg(DISTINCT period, ' ' ORDER BY period) AS periods
FROM evidence
WHERE state = 'missing'
GROUP BY owed_by, item, requirement
ORDER BY item, requirement, owed_by;
