SELECT coalesce(division, owner) AS owed_by, item, requirement, period,
  day AS late_since, until AS late_until, CAST(days_late AS INTEGER) AS days
FROM events JOIN (SELECT fiscal_year, item, owner FROM items) USING (fiscal_year, item)
WHERE event = 'fell-late'
ORDER BY days DESC, item, requirement, period;
