SELECT awards_suppliers_name AS supplier, count(*) AS purchases, sum(awards_value_amount) AS agreed
FROM purchases
WHERE award_sure
GROUP BY supplier
ORDER BY agreed DESC, supplier;
