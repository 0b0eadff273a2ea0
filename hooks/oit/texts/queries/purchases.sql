CREATE OR REPLACE TABLE purchases AS
  FROM read_parquet(getvariable('site') || '{{ purchases }}.parquet');
