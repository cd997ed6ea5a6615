-- What stands for schema 4 where an older store is only read.

CREATE TEMP VIEW report AS SELECT *, 0 AS with_annex, 0 AS without_footnotes FROM main.report;
