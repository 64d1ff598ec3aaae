CREATE DATABASE IF NOT EXISTS `rollcall_files`;

CREATE DATABASE IF NOT EXISTS `rollcall`;

CREATE DATABASE IF NOT EXISTS `rollcall_latest`;

DROP TABLE IF EXISTS `rollcall_files`.`account`;

CREATE EXTERNAL TABLE `rollcall_files`.`account` (
  `run_id` string COMMENT 'the run that wrote the row. Never null.',
  `attempt` bigint COMMENT 'which attempt of its date that run was, from 1. Never null.',
  `account_id` string COMMENT 'the account\'s id. Never null.',
  `name` string COMMENT 'the account\'s name, null where the roster does not say',
  `state` string COMMENT 'the account\'s state, such as ACTIVE or SUSPENDED (PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED, LEFT, UNKNOWN). Never null.',
  `management` boolean COMMENT 'whether it is the management account, null where the roster does not say',
  `ou_id` string COMMENT 'the id of the unit that it is in',
  `ou_path` string COMMENT 'the names from the root down to its unit, as they are shown',
  `environment` string COMMENT 'which environment it belongs to, by tag or unit',
  `workload` string COMMENT 'which workload it belongs to, by tag or unit',
  `business_unit` string COMMENT 'which business unit it belongs to, by tag or unit',
  `billing` string COMMENT 'to whom it is billed, by tag or unit',
  `tags` map<string,string> COMMENT 'null where they were not read, empty where there are none',
  `joined_at` timestamp COMMENT 'when it joined the organization',
  `ou_ids` array<string> COMMENT 'the ids from the root down to its unit: those tell units apart. Never null.',
  `ou_names` array<string> COMMENT 'the names of those. Never null.',
  `unplaced_reason` string COMMENT 'why they are unknown, in a sentence, null where they are known, and where the roster has no units'
)
COMMENT 'An account of the roster: the row of the dataset account.'
PARTITIONED BY (`snapshot_date` date COMMENT 'the night. Never null.')
STORED AS PARQUET
LOCATION 's3://audit-bucket/nights/account/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.snapshot_date.type' = 'date',
  'projection.snapshot_date.format' = 'yyyy-MM-dd',
  'projection.snapshot_date.range' = '2026-03-01,NOW',
  'projection.snapshot_date.interval' = '1',
  'projection.snapshot_date.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://audit-bucket/nights/account/snapshot_date=${snapshot_date}/'
);

DROP TABLE IF EXISTS `rollcall_files`.`coverage`;

CREATE EXTERNAL TABLE `rollcall_files`.`coverage` (
  `run_id` string COMMENT 'the run that wrote the row. Never null.',
  `attempt` bigint COMMENT 'which attempt of its date that run was, from 1. Never null.',
  `account_id` string COMMENT 'the account that the cell asks. Never null.',
  `region` string COMMENT 'the Region that it asks in, global where there is none. Never null.',
  `source` string COMMENT 'the source. Never null.',
  `status` string COMMENT 'what became of the cell (READ, NOT_ENABLED, NOT_AVAILABLE, REGION_DISABLED, ACCOUNT_NOT_ACTIVE, EXCLUDED, DENIED, THROTTLED, TIMED_OUT, FAILED). Never null.',
  `operation` string COMMENT 'the failed operation, null where none failed',
  `error_code` string COMMENT 'the code of the refusal or failure, null where none failed',
  `error_message` string COMMENT 'its message, null where there is none',
  `denied_by` string COMMENT 'the kind of policy that denied it, null where none did (SCP, RCP, IDENTITY, SESSION, TRUST, UNKNOWN)',
  `request_id` string COMMENT 'the failed call\'s, else the last, of a cell that its owner\'s answer proved, the owner\'s',
  `calls` bigint COMMENT 'how many calls it took, repeats included. Never null.',
  `retries` bigint COMMENT 'how many of them were repeats. Never null.',
  `duration_ms` bigint COMMENT 'how many milliseconds it took. Never null.',
  `collected_at` timestamp COMMENT 'when it was read. Never null.',
  `expected` boolean COMMENT 'whether the configuration expects this gap, false where it is none. Never null.',
  `unread_verdict` string COMMENT 'what a control that needs this cell says, whatever else it reads, null where the evidence decides',
  `unread_reason` string COMMENT 'the same in a sentence',
  `gap` boolean COMMENT 'whether the cell should have been read and was not. Never null.',
  `resource_id` string COMMENT 'the thing found that the cell is about, by its ARN, null for a cell that asks an account once',
  `answered_by_account` string COMMENT 'whose answer proved this cell, which was not called, null where it was',
  `answered_by_source` string COMMENT 'the source of that answer',
  `gap_id` string COMMENT 'names a gap on every night, by its cell, null where it is none',
  `permission` string COMMENT 'the IAM action that a denied operation needs, null where none was denied'
)
COMMENT 'One source asked of one account in one Region, or about one thing found, and what became of it: the row of the dataset coverage.'
PARTITIONED BY (`snapshot_date` date COMMENT 'the night. Never null.')
STORED AS PARQUET
LOCATION 's3://audit-bucket/nights/coverage/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.snapshot_date.type' = 'date',
  'projection.snapshot_date.format' = 'yyyy-MM-dd',
  'projection.snapshot_date.range' = '2026-03-01,NOW',
  'projection.snapshot_date.interval' = '1',
  'projection.snapshot_date.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://audit-bucket/nights/coverage/snapshot_date=${snapshot_date}/'
);

DROP TABLE IF EXISTS `rollcall_files`.`run`;

CREATE EXTERNAL TABLE `rollcall_files`.`run` (
  `run_id` string COMMENT 'names the run: when it began, and what tells it from others. Never null.',
  `attempt` bigint COMMENT 'which attempt of its date it is, from 1. Never null.',
  `started_at` timestamp COMMENT 'when it began. Never null.',
  `finished_at` timestamp COMMENT 'when it ended. Never null.',
  `tool_version` string COMMENT 'the version of Rollcall. Never null.',
  `config_sha256` string COMMENT 'of the configuration it was made with. Never null.',
  `accounts` bigint COMMENT 'rows of the dataset account. Never null.',
  `cells` bigint COMMENT 'rows of the dataset coverage. Never null.',
  `gaps` bigint COMMENT 'cells that should have been read and were not, expected ones included. Never null.',
  `findings` bigint COMMENT 'rows of the dataset finding. Never null.',
  `partial` boolean COMMENT 'whether flags narrowed it. Never null.',
  `simulated` boolean COMMENT 'whether no real organization was read. Never null.',
  `manifest_sha256` string COMMENT 'of its manifest, null until that is written',
  `organization_id` string COMMENT 'null without an organization',
  `management_account_id` string COMMENT 'null without an organization',
  `regions` array<string> COMMENT 'the Regions of the night. Never null.',
  `deadlines` string COMMENT 'how long it waited for answers, in words',
  `simulation` string COMMENT 'what was simulated, null where a real organization was read',
  `locale` string COMMENT 'the language of its workbook',
  `csf` string COMMENT 'the version of the framework that leads in its workbook',
  `compared_with` date COMMENT 'the night that its changes are differences to, null where there was none'
)
COMMENT 'A committed night: the row of the dataset run. Its snapshot date is the partition that the row lies in. What the last columns say was not written by the first versions.'
PARTITIONED BY (`snapshot_date` date COMMENT 'the night. Never null.')
STORED AS PARQUET
LOCATION 's3://audit-bucket/nights/run/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.snapshot_date.type' = 'date',
  'projection.snapshot_date.format' = 'yyyy-MM-dd',
  'projection.snapshot_date.range' = '2026-03-01,NOW',
  'projection.snapshot_date.interval' = '1',
  'projection.snapshot_date.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://audit-bucket/nights/run/snapshot_date=${snapshot_date}/'
);

CREATE OR REPLACE VIEW "rollcall"."account" AS
SELECT f."run_id", f."attempt", f."account_id", f."name", f."state", f."management", f."ou_id", f."ou_path", f."environment", f."workload", f."business_unit", f."billing", f."tags", f."joined_at", f."ou_ids", f."ou_names", f."unplaced_reason", f."snapshot_date"
FROM "rollcall_files"."account" f
JOIN (SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial" GROUP BY "snapshot_date") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

CREATE OR REPLACE VIEW "rollcall_latest"."account" AS
SELECT f."run_id", f."attempt", f."account_id", f."name", f."state", f."management", f."ou_id", f."ou_path", f."environment", f."workload", f."business_unit", f."billing", f."tags", f."joined_at", f."ou_ids", f."ou_names", f."unplaced_reason", f."snapshot_date"
FROM "rollcall_files"."account" f
JOIN (SELECT max("snapshot_date") AS "snapshot_date", max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

CREATE OR REPLACE VIEW "rollcall"."coverage" AS
SELECT f."run_id", f."attempt", f."account_id", f."region", f."source", f."status", f."operation", f."error_code", f."error_message", f."denied_by", f."request_id", f."calls", f."retries", f."duration_ms", f."collected_at", f."expected", f."unread_verdict", f."unread_reason", coalesce(f."gap", status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')) AS "gap", f."resource_id", f."answered_by_account", f."answered_by_source", f."gap_id", f."permission", f."snapshot_date"
FROM "rollcall_files"."coverage" f
JOIN (SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial" GROUP BY "snapshot_date") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

CREATE OR REPLACE VIEW "rollcall_latest"."coverage" AS
SELECT f."run_id", f."attempt", f."account_id", f."region", f."source", f."status", f."operation", f."error_code", f."error_message", f."denied_by", f."request_id", f."calls", f."retries", f."duration_ms", f."collected_at", f."expected", f."unread_verdict", f."unread_reason", coalesce(f."gap", status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')) AS "gap", f."resource_id", f."answered_by_account", f."answered_by_source", f."gap_id", f."permission", f."snapshot_date"
FROM "rollcall_files"."coverage" f
JOIN (SELECT max("snapshot_date") AS "snapshot_date", max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

CREATE OR REPLACE VIEW "rollcall"."run" AS
SELECT f."run_id", f."attempt", f."started_at", f."finished_at", f."tool_version", f."config_sha256", f."accounts", f."cells", f."gaps", f."findings", f."partial", f."simulated", f."manifest_sha256", f."organization_id", f."management_account_id", f."regions", f."deadlines", f."simulation", f."locale", f."csf", f."compared_with", f."snapshot_date"
FROM "rollcall_files"."run" f;

CREATE OR REPLACE VIEW "rollcall"."night" AS
SELECT f."run_id", f."attempt", f."started_at", f."finished_at", f."tool_version", f."config_sha256", f."accounts", f."cells", f."gaps", f."findings", f."partial", f."simulated", f."manifest_sha256", f."organization_id", f."management_account_id", f."regions", f."deadlines", f."simulation", f."locale", f."csf", f."compared_with", f."snapshot_date"
FROM "rollcall_files"."run" f
JOIN (SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial" GROUP BY "snapshot_date") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

CREATE OR REPLACE VIEW "rollcall_latest"."run" AS
SELECT f."run_id", f."attempt", f."started_at", f."finished_at", f."tool_version", f."config_sha256", f."accounts", f."cells", f."gaps", f."findings", f."partial", f."simulated", f."manifest_sha256", f."organization_id", f."management_account_id", f."regions", f."deadlines", f."simulation", f."locale", f."csf", f."compared_with", f."snapshot_date"
FROM "rollcall_files"."run" f
JOIN (SELECT max("snapshot_date") AS "snapshot_date", max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

