SELECT day, event, item, requirement, period, title, note
FROM events
WHERE day >= '{{ examples.month.start }}' AND event NOT IN ('recorded', 'fell-late')
ORDER BY day, item, event, requirement, period;
