SELECT published_by, round(avg(days), 1) AS average_days, count(*) AS entries
FROM (
  SELECT DISTINCT fiscal_year, item, requirement, period, division, published_by,
    min(date_diff('day', CAST(due_on AS DATE), CAST(coalesce(counts_from, published) AS DATE)))
      OVER (PARTITION BY fiscal_year, item, requirement, period, division) AS days
  FROM evidence
  WHERE published IS NOT NULL
)
GROUP BY published_by
ORDER BY average_days DESC, published_by;
