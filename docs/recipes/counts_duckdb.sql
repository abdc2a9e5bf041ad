-- Hours of counters, in CSV files as Telraam writes them, to counts that `straatbeeld publish` takes as they
-- are (format published-counts): one sorted Parquet file per year.
--
--   duckdb -c "SET VARIABLE raw = 'raw/*.csv.gz'; SET VARIABLE counts = 'counts';" -c ".read counts_duckdb.sql"
--
-- Tables larger than memory are sorted on disk, in `temp_directory`.

-- The order of rows within a file is what counts.
SET preserve_insertion_order = true;
SET TimeZone = 'UTC';

CREATE OR REPLACE TEMP MACRO sides_agree(total, lft, rgt) AS
    coalesce(abs(lft + rgt - total) <= 0.015, true);

-- Cars by class: share / 100 * cars; no speeds where the shares are not sound.
CREATE OR REPLACE TEMP MACRO cars_by_class(shares, classes, cars) AS
    CASE WHEN len(shares) = classes AND cars > 0 AND abs(list_sum(shares) - 100) <= 0.1
         THEN list_transform(shares, lambda share: share / 100 * cars) END;

COPY (
    WITH hours AS (
        SELECT
            segment_id AS segment,
            date::TIMESTAMPTZ::TIMESTAMP AS start,
            least(uptime, 1) AS uptime,
            -- First-generation counters have no `night`.
            CASE WHEN night IS NULL THEN 1 ELSE 2 END AS sensor,
            * EXCLUDE (segment_id, date, uptime),
            filename
        FROM read_csv(getvariable('raw'), header = true, union_by_name = true, filename = true, types = {
            'segment_id': 'VARCHAR', 'date': 'VARCHAR', 'interval': 'VARCHAR', 'uptime': 'DOUBLE',
            'pedestrian': 'DOUBLE', 'pedestrian_lft': 'DOUBLE', 'pedestrian_rgt': 'DOUBLE',
            'bike': 'DOUBLE', 'bike_lft': 'DOUBLE', 'bike_rgt': 'DOUBLE',
            'car': 'DOUBLE', 'car_lft': 'DOUBLE', 'car_rgt': 'DOUBLE',
            'heavy': 'DOUBLE', 'heavy_lft': 'DOUBLE', 'heavy_rgt': 'DOUBLE',
            'night': 'DOUBLE', 'night_lft': 'DOUBLE', 'night_rgt': 'DOUBLE', 'v85': 'DOUBLE',
            'car_speed_hist_0to70plus': 'DOUBLE[]', 'car_speed_hist_0to120plus': 'DOUBLE[]'
        })
        WHERE interval = 'hourly'
        -- The same hour again: the last file is believed.
        QUALIFY row_number() OVER (PARTITION BY segment_id, date ORDER BY filename DESC) = 1
    ),
    sound AS (
        SELECT * FROM hours
        WHERE uptime = 0 OR (
            sides_agree(pedestrian, pedestrian_lft, pedestrian_rgt) AND sides_agree(bike, bike_lft, bike_rgt)
            AND sides_agree(car, car_lft, car_rgt) AND sides_agree(heavy, heavy_lft, heavy_rgt)
            AND sides_agree(night, night_lft, night_rgt)
        )
    )
    SELECT
        segment,
        start::TIMESTAMP_MS AS start,
        60::INTEGER AS minutes,
        uptime,
        sensor::INTEGER AS sensor,
        -- Nothing was counted where the counter was off: missing, not zero.
        CASE WHEN uptime > 0 THEN pedestrian END AS pedestrian,
        CASE WHEN uptime > 0 THEN pedestrian_lft END AS pedestrian_lft,
        CASE WHEN uptime > 0 THEN pedestrian_rgt END AS pedestrian_rgt,
        CASE WHEN uptime > 0 THEN bike END AS bike,
        CASE WHEN uptime > 0 THEN bike_lft END AS bike_lft,
        CASE WHEN uptime > 0 THEN bike_rgt END AS bike_rgt,
        CASE WHEN uptime > 0 THEN car END AS car,
        CASE WHEN uptime > 0 THEN car_lft END AS car_lft,
        CASE WHEN uptime > 0 THEN car_rgt END AS car_rgt,
        CASE WHEN uptime > 0 THEN heavy END AS heavy,
        CASE WHEN uptime > 0 THEN heavy_lft END AS heavy_lft,
        CASE WHEN uptime > 0 THEN heavy_rgt END AS heavy_rgt,
        CASE WHEN uptime > 0 THEN night END AS night,
        CASE WHEN uptime > 0 THEN night_lft END AS night_lft,
        CASE WHEN uptime > 0 THEN night_rgt END AS night_rgt,
        CASE WHEN uptime > 0 THEN v85 END AS v85,
        -- Lists last: a page that shows counts only does not fetch them.
        CASE WHEN uptime > 0 THEN cars_by_class(car_speed_hist_0to120plus, 25, car) END AS car_speed_5kmh,
        CASE WHEN uptime > 0 THEN cars_by_class(car_speed_hist_0to70plus, 8, car) END AS car_speed_10kmh,
        year(start) AS year
    FROM sound
    ORDER BY year, segment, start
) TO (getvariable('counts')) (
    FORMAT parquet,
    COMPRESSION zstd,
    -- Times as differences: a third of the bytes.
    PARQUET_VERSION v2,
    PARTITION_BY (year),
    OVERWRITE_OR_IGNORE true,
    -- A page reads the row groups that its street lies in, whole: one year of hours of one counter is 8,760 rows.
    ROW_GROUP_SIZE 8192
);
