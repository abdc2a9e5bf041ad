"""Hours of counters, in CSV files as Telraam writes them, to counts that `straatbeeld publish` takes as
they are (format published-counts): sorted Parquet files, partitioned by year.

    spark-submit counts_spark.py 'raw/*.csv.gz' counts

Any master; files are sorted on disk where they do not fit in memory.
"""

import sys

from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as f

MODES = ["pedestrian", "bike", "car", "heavy", "night"]
SIDES = ["", "_lft", "_rgt"]
# Rows of a file of one year: 2,000 counters by the hour. A file is sorted by one task.
ROWS_PER_FILE = 17_500_000


def shares(column, classes):
    """Cars by class: share / 100 * cars; no speeds where the shares are not sound."""
    numbers = f.from_json(f.col(column), "array<double>")
    total = f.aggregate(numbers, f.lit(0.0), lambda sum, share: sum + share)
    is_sound = (f.size(numbers) == classes) & (f.abs(total - 100) <= 0.1) & (f.col("car") > 0)
    return f.when(is_sound, f.transform(numbers, lambda share: share / 100 * f.col("car")))


def counts(spark, raw):
    hours = spark.read.option("header", True).csv(raw).where(f.col("interval") == "hourly")
    numbers = [mode + side for mode in MODES for side in SIDES] + ["uptime", "v85"]
    there = [name for name in numbers if name in hours.columns]
    hours = hours.withColumns({name: f.col(name).cast("double") for name in there})
    # The same hour again: the last file is believed.
    newest = Window.partitionBy("segment_id", "date").orderBy(f.desc("file"))
    hours = hours.withColumn("file", f.input_file_name())
    hours = hours.withColumn("rank", f.row_number().over(newest)).where("rank = 1")
    is_on = f.col("uptime") > 0
    for mode in MODES:
        if {mode + side for side in SIDES} <= set(there):
            differ = f.abs(f.expr(f"{mode}_lft + {mode}_rgt - {mode}")) > 0.015
            hours = hours.where(~f.coalesce(differ & is_on, f.lit(False)))
    start = f.to_timestamp("date")
    columns = [
        f.col("segment_id").alias("segment"),
        start.alias("start"),
        f.lit(60).alias("minutes"),
        f.least("uptime", f.lit(1.0)).alias("uptime"),
        # First-generation counters have no `night`.
        f.when(f.col("night").isNull(), 1).otherwise(2).alias("sensor"),
    ]
    # Nothing was counted where the counter was off: missing, not zero.
    columns += [f.when(is_on, f.col(name)).alias(name) for name in there if name != "uptime"]
    # Lists last: a page that shows counts only does not fetch them.
    for source, name, classes in [
        ("car_speed_hist_0to120plus", "car_speed_5kmh", 25),
        ("car_speed_hist_0to70plus", "car_speed_10kmh", 8),
    ]:
        if source in hours.columns:
            columns.append(f.when(is_on, shares(source, classes)).alias(name))
    return hours.select(*columns, f.year(start).alias("year"))


def main(raw, out):
    spark = (
        SparkSession.builder.appName("counts")
        .config("spark.sql.session.timeZone", "UTC")
        # INT96, Spark's default, is an older kind of timestamp that pages do not read.
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MILLIS")
        .getOrCreate()
    )
    table = counts(spark, raw)
    (
        table.repartitionByRange("year", "segment")
        .sortWithinPartitions("year", "segment", "start")
        .write.mode("overwrite")
        .option("compression", "zstd")
        # Times as differences: a third of the bytes.
        .option("parquet.writer.version", "PARQUET_2_0")
        # A page of a column is what a browser fetches, rounded up: small, but not so small that there are
        # thousands of them. Spark writes the index of pages by itself.
        .option("parquet.page.row.count.limit", 4096)
        .option("parquet.block.size", 32 * 1024 * 1024)
        .option("maxRecordsPerFile", ROWS_PER_FILE)
        .partitionBy("year")
        .parquet(out)
    )
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
