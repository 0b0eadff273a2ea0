SELECT requirement, period, division, kind, title, url, sha256
FROM events
WHERE event = 'published' AND item = '{{ examples.item.item }}'
  AND coalesce(since, day) <= '{{ examples.month.end }}'
  AND coalesce(until, '9999-12-31') > '{{ examples.month.end }}'
ORDER BY ALL;
