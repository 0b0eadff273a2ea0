SELECT day, event, item, requirement, period, division, title, note
FROM events
WHERE day BETWEEN '{{ examples.month.start }}' AND as_of
  AND event NOT IN ('recorded', 'fell-late')
ORDER BY ALL;
