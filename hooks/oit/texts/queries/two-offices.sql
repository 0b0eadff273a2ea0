SET VARIABLE other = 'OTHER/';
SELECT fiscal_year, topic, here.status AS here, there.status AS there,
  here.late_count AS late_here, there.late_count AS late_there
FROM items AS here
JOIN read_csv(getvariable('other') || 'api/v1/index.csv', all_varchar = true) AS there
  USING (scheme, fiscal_year, topic)
ORDER BY fiscal_year, topic;
