SET VARIABLE site = 'ADDRESS/';
CREATE OR REPLACE TABLE items AS
  FROM read_csv(getvariable('site') || 'api/v1/index.csv', all_varchar = true);
CREATE OR REPLACE TABLE evidence AS
  FROM read_csv(getvariable('site') || 'api/v1/evidence.csv', all_varchar = true);
CREATE OR REPLACE TABLE events AS
  FROM read_csv(getvariable('site') || 'api/v1/{{ round.fiscal_year }}/events.csv', all_varchar = true);
