SELECT period, count(*) AS purchases, sum(tender_value_amount) AS reference_price,
  sum(awards_value_amount) AS agreed, count(*) FILTER (NOT award_sure) AS unsure
FROM purchases
GROUP BY ROLLUP (period)
ORDER BY period NULLS LAST;
