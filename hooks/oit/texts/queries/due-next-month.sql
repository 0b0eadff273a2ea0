SELECT due_on, owed_by, item, requirement, period
FROM evidence
WHERE state = 'not-due'
  AND left(due_on, 7) = strftime(CAST(as_of AS DATE) + INTERVAL 1 MONTH, '%Y-%m')
UNION
SELECT due_on, owner, item, NULL, NULL
FROM items ANTI JOIN evidence USING (fiscal_year, item, due_on)
WHERE left(due_on, 7) = strftime(CAST(as_of AS DATE) + INTERVAL 1 MONTH, '%Y-%m')
ORDER BY ALL;
