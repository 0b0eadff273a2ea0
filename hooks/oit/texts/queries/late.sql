SELECT DISTINCT owed_by, item, requirement, period, state,
  CASE state WHEN 'missing' THEN date_diff('day', CAST(due_on AS DATE), CAST(as_of AS DATE))
    ELSE CAST(days_late AS INTEGER) END AS days
FROM evidence
WHERE state IN ('late', 'missing')
ORDER BY days DESC, item, requirement, period;
