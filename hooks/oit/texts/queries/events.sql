CREATE OR REPLACE TABLE events AS
FROM read_csv(getvariable('site') || 'api/v1/{{ round.fiscal_year }}/events.csv', all_varchar = true);
