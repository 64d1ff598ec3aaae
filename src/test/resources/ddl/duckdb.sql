SET TimeZone = 'UTC';

CREATE OR REPLACE MACRO "main".array_join(texts, separator) AS array_to_string(texts, separator);

CREATE OR REPLACE MACRO "main".cardinality(elements) AS len(elements);

CREATE OR REPLACE MACRO "main".count_if(condition) AS count(CASE WHEN condition THEN 1 END);

CREATE OR REPLACE MACRO "main".element_at(entries, key) AS entries[key];

CREATE SCHEMA IF NOT EXISTS "rollcall_files";

CREATE OR REPLACE MACRO "rollcall_files".array_join(texts, separator) AS array_to_string(texts, separator);

CREATE OR REPLACE MACRO "rollcall_files".cardinality(elements) AS len(elements);

CREATE OR REPLACE MACRO "rollcall_files".count_if(condition) AS count(CASE WHEN condition THEN 1 END);

CREATE OR REPLACE MACRO "rollcall_files".element_at(entries, key) AS entries[key];

CREATE SCHEMA IF NOT EXISTS "rollcall";

CREATE OR REPLACE MACRO "rollcall".array_join(texts, separator) AS array_to_string(texts, separator);

CREATE OR REPLACE MACRO "rollcall".cardinality(elements) AS len(elements);

CREATE OR REPLACE MACRO "rollcall".count_if(condition) AS count(CASE WHEN condition THEN 1 END);

CREATE OR REPLACE MACRO "rollcall".element_at(entries, key) AS entries[key];

CREATE SCHEMA IF NOT EXISTS "rollcall_latest";

CREATE OR REPLACE MACRO "rollcall_latest".array_join(texts, separator) AS array_to_string(texts, separator);

CREATE OR REPLACE MACRO "rollcall_latest".cardinality(elements) AS len(elements);

CREATE OR REPLACE MACRO "rollcall_latest".count_if(condition) AS count(CASE WHEN condition THEN 1 END);

CREATE OR REPLACE MACRO "rollcall_latest".element_at(entries, key) AS entries[key];

CREATE OR REPLACE VIEW "rollcall_files"."account" AS
SELECT "run_id", "attempt", "account_id", "name", "state", "management", "ou_id", "ou_path", "environment", "workload", "business_unit", "billing", "tags", "joined_at", "ou_ids", "ou_names", "unplaced_reason", "snapshot_date"
FROM (
  SELECT CAST(NULL AS VARCHAR) AS "run_id", CAST(NULL AS BIGINT) AS "attempt", CAST(NULL AS VARCHAR) AS "account_id", CAST(NULL AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "state", CAST(NULL AS BOOLEAN) AS "management", CAST(NULL AS VARCHAR) AS "ou_id", CAST(NULL AS VARCHAR) AS "ou_path", CAST(NULL AS VARCHAR) AS "environment", CAST(NULL AS VARCHAR) AS "workload", CAST(NULL AS VARCHAR) AS "business_unit", CAST(NULL AS VARCHAR) AS "billing", CAST(NULL AS MAP(VARCHAR, VARCHAR)) AS "tags", CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS "joined_at", CAST(NULL AS VARCHAR[]) AS "ou_ids", CAST(NULL AS VARCHAR[]) AS "ou_names", CAST(NULL AS VARCHAR) AS "unplaced_reason", CAST(NULL AS DATE) AS "snapshot_date" WHERE false
  UNION ALL BY NAME
  FROM read_parquet('out/account/snapshot_date=*/*/*.parquet', union_by_name = true, hive_types = {'snapshot_date': DATE, 'run_id': VARCHAR})
);

CREATE OR REPLACE VIEW "rollcall_files"."coverage" AS
SELECT "run_id", "attempt", "account_id", "region", "source", "status", "operation", "error_code", "error_message", "denied_by", "request_id", "calls", "retries", "duration_ms", "collected_at", "expected", "unread_verdict", "unread_reason", "gap", "resource_id", "answered_by_account", "answered_by_source", "gap_id", "permission", "snapshot_date"
FROM (
  SELECT CAST(NULL AS VARCHAR) AS "run_id", CAST(NULL AS BIGINT) AS "attempt", CAST(NULL AS VARCHAR) AS "account_id", CAST(NULL AS VARCHAR) AS "region", CAST(NULL AS VARCHAR) AS "source", CAST(NULL AS VARCHAR) AS "status", CAST(NULL AS VARCHAR) AS "operation", CAST(NULL AS VARCHAR) AS "error_code", CAST(NULL AS VARCHAR) AS "error_message", CAST(NULL AS VARCHAR) AS "denied_by", CAST(NULL AS VARCHAR) AS "request_id", CAST(NULL AS BIGINT) AS "calls", CAST(NULL AS BIGINT) AS "retries", CAST(NULL AS BIGINT) AS "duration_ms", CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS "collected_at", CAST(NULL AS BOOLEAN) AS "expected", CAST(NULL AS VARCHAR) AS "unread_verdict", CAST(NULL AS VARCHAR) AS "unread_reason", CAST(NULL AS BOOLEAN) AS "gap", CAST(NULL AS VARCHAR) AS "resource_id", CAST(NULL AS VARCHAR) AS "answered_by_account", CAST(NULL AS VARCHAR) AS "answered_by_source", CAST(NULL AS VARCHAR) AS "gap_id", CAST(NULL AS VARCHAR) AS "permission", CAST(NULL AS DATE) AS "snapshot_date" WHERE false
);

CREATE OR REPLACE VIEW "rollcall_files"."run" AS
SELECT "run_id", "attempt", "started_at", "finished_at", "tool_version", "config_sha256", "accounts", "cells", "gaps", "findings", "partial", "simulated", "manifest_sha256", "organization_id", "management_account_id", "regions", "deadlines", "simulation", "locale", "csf", "compared_with", "snapshot_date"
FROM (
  SELECT CAST(NULL AS VARCHAR) AS "run_id", CAST(NULL AS BIGINT) AS "attempt", CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS "started_at", CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS "finished_at", CAST(NULL AS VARCHAR) AS "tool_version", CAST(NULL AS VARCHAR) AS "config_sha256", CAST(NULL AS BIGINT) AS "accounts", CAST(NULL AS BIGINT) AS "cells", CAST(NULL AS BIGINT) AS "gaps", CAST(NULL AS BIGINT) AS "findings", CAST(NULL AS BOOLEAN) AS "partial", CAST(NULL AS BOOLEAN) AS "simulated", CAST(NULL AS VARCHAR) AS "manifest_sha256", CAST(NULL AS VARCHAR) AS "organization_id", CAST(NULL AS VARCHAR) AS "management_account_id", CAST(NULL AS VARCHAR[]) AS "regions", CAST(NULL AS VARCHAR) AS "deadlines", CAST(NULL AS VARCHAR) AS "simulation", CAST(NULL AS VARCHAR) AS "locale", CAST(NULL AS VARCHAR) AS "csf", CAST(NULL AS DATE) AS "compared_with", CAST(NULL AS DATE) AS "snapshot_date" WHERE false
  UNION ALL BY NAME
  FROM read_parquet('out/run/snapshot_date=*/*/*.parquet', union_by_name = true, hive_types = {'snapshot_date': DATE, 'attempt': BIGINT})
);

CREATE OR REPLACE VIEW "rollcall"."account" AS
SELECT f."run_id", f."attempt", f."account_id", f."name", f."state", f."management", f."ou_id", f."ou_path", f."environment", f."workload", f."business_unit", f."billing", f."tags", f."joined_at", f."ou_ids", f."ou_names", f."unplaced_reason", f."snapshot_date"
FROM "rollcall_files"."account" f
JOIN (SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial" GROUP BY "snapshot_date") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

COMMENT ON VIEW "rollcall"."account" IS 'An account of the roster: the row of the dataset account.';

COMMENT ON COLUMN "rollcall"."account"."run_id" IS 'the run that wrote the row. Never null.';

COMMENT ON COLUMN "rollcall"."account"."attempt" IS 'which attempt of its date that run was, from 1. Never null.';

COMMENT ON COLUMN "rollcall"."account"."account_id" IS 'the account''s id. Never null.';

COMMENT ON COLUMN "rollcall"."account"."name" IS 'the account''s name, null where the roster does not say';

COMMENT ON COLUMN "rollcall"."account"."state" IS 'the account''s state, such as ACTIVE or SUSPENDED (PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED, LEFT, UNKNOWN). Never null.';

COMMENT ON COLUMN "rollcall"."account"."management" IS 'whether it is the management account, null where the roster does not say';

COMMENT ON COLUMN "rollcall"."account"."ou_id" IS 'the id of the unit that it is in';

COMMENT ON COLUMN "rollcall"."account"."ou_path" IS 'the names from the root down to its unit, as they are shown';

COMMENT ON COLUMN "rollcall"."account"."environment" IS 'which environment it belongs to, by tag or unit';

COMMENT ON COLUMN "rollcall"."account"."workload" IS 'which workload it belongs to, by tag or unit';

COMMENT ON COLUMN "rollcall"."account"."business_unit" IS 'which business unit it belongs to, by tag or unit';

COMMENT ON COLUMN "rollcall"."account"."billing" IS 'to whom it is billed, by tag or unit';

COMMENT ON COLUMN "rollcall"."account"."tags" IS 'null where they were not read, empty where there are none';

COMMENT ON COLUMN "rollcall"."account"."joined_at" IS 'when it joined the organization';

COMMENT ON COLUMN "rollcall"."account"."ou_ids" IS 'the ids from the root down to its unit: those tell units apart. Never null.';

COMMENT ON COLUMN "rollcall"."account"."ou_names" IS 'the names of those. Never null.';

COMMENT ON COLUMN "rollcall"."account"."unplaced_reason" IS 'why they are unknown, in a sentence, null where they are known, and where the roster has no units';

COMMENT ON COLUMN "rollcall"."account"."snapshot_date" IS 'the night. Never null.';

CREATE OR REPLACE VIEW "rollcall_latest"."account" AS
SELECT f."run_id", f."attempt", f."account_id", f."name", f."state", f."management", f."ou_id", f."ou_path", f."environment", f."workload", f."business_unit", f."billing", f."tags", f."joined_at", f."ou_ids", f."ou_names", f."unplaced_reason", f."snapshot_date"
FROM "rollcall_files"."account" f
JOIN (SELECT max("snapshot_date") AS "snapshot_date", max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

COMMENT ON VIEW "rollcall_latest"."account" IS 'An account of the roster: the row of the dataset account.';

COMMENT ON COLUMN "rollcall_latest"."account"."run_id" IS 'the run that wrote the row. Never null.';

COMMENT ON COLUMN "rollcall_latest"."account"."attempt" IS 'which attempt of its date that run was, from 1. Never null.';

COMMENT ON COLUMN "rollcall_latest"."account"."account_id" IS 'the account''s id. Never null.';

COMMENT ON COLUMN "rollcall_latest"."account"."name" IS 'the account''s name, null where the roster does not say';

COMMENT ON COLUMN "rollcall_latest"."account"."state" IS 'the account''s state, such as ACTIVE or SUSPENDED (PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED, LEFT, UNKNOWN). Never null.';

COMMENT ON COLUMN "rollcall_latest"."account"."management" IS 'whether it is the management account, null where the roster does not say';

COMMENT ON COLUMN "rollcall_latest"."account"."ou_id" IS 'the id of the unit that it is in';

COMMENT ON COLUMN "rollcall_latest"."account"."ou_path" IS 'the names from the root down to its unit, as they are shown';

COMMENT ON COLUMN "rollcall_latest"."account"."environment" IS 'which environment it belongs to, by tag or unit';

COMMENT ON COLUMN "rollcall_latest"."account"."workload" IS 'which workload it belongs to, by tag or unit';

COMMENT ON COLUMN "rollcall_latest"."account"."business_unit" IS 'which business unit it belongs to, by tag or unit';

COMMENT ON COLUMN "rollcall_latest"."account"."billing" IS 'to whom it is billed, by tag or unit';

COMMENT ON COLUMN "rollcall_latest"."account"."tags" IS 'null where they were not read, empty where there are none';

COMMENT ON COLUMN "rollcall_latest"."account"."joined_at" IS 'when it joined the organization';

COMMENT ON COLUMN "rollcall_latest"."account"."ou_ids" IS 'the ids from the root down to its unit: those tell units apart. Never null.';

COMMENT ON COLUMN "rollcall_latest"."account"."ou_names" IS 'the names of those. Never null.';

COMMENT ON COLUMN "rollcall_latest"."account"."unplaced_reason" IS 'why they are unknown, in a sentence, null where they are known, and where the roster has no units';

COMMENT ON COLUMN "rollcall_latest"."account"."snapshot_date" IS 'the night. Never null.';

CREATE OR REPLACE VIEW "rollcall"."coverage" AS
SELECT f."run_id", f."attempt", f."account_id", f."region", f."source", f."status", f."operation", f."error_code", f."error_message", f."denied_by", f."request_id", f."calls", f."retries", f."duration_ms", f."collected_at", f."expected", f."unread_verdict", f."unread_reason", coalesce(f."gap", status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')) AS "gap", f."resource_id", f."answered_by_account", f."answered_by_source", f."gap_id", f."permission", f."snapshot_date"
FROM "rollcall_files"."coverage" f
JOIN (SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial" GROUP BY "snapshot_date") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

COMMENT ON VIEW "rollcall"."coverage" IS 'One source asked of one account in one Region, or about one thing found, and what became of it: the row of the dataset coverage.';

COMMENT ON COLUMN "rollcall"."coverage"."run_id" IS 'the run that wrote the row. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."attempt" IS 'which attempt of its date that run was, from 1. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."account_id" IS 'the account that the cell asks. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."region" IS 'the Region that it asks in, global where there is none. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."source" IS 'the source. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."status" IS 'what became of the cell (READ, NOT_ENABLED, NOT_AVAILABLE, REGION_DISABLED, ACCOUNT_NOT_ACTIVE, EXCLUDED, DENIED, THROTTLED, TIMED_OUT, FAILED). Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."operation" IS 'the failed operation, null where none failed';

COMMENT ON COLUMN "rollcall"."coverage"."error_code" IS 'the code of the refusal or failure, null where none failed';

COMMENT ON COLUMN "rollcall"."coverage"."error_message" IS 'its message, null where there is none';

COMMENT ON COLUMN "rollcall"."coverage"."denied_by" IS 'the kind of policy that denied it, null where none did (SCP, RCP, IDENTITY, SESSION, TRUST, UNKNOWN)';

COMMENT ON COLUMN "rollcall"."coverage"."request_id" IS 'the failed call''s, else the last, of a cell that its owner''s answer proved, the owner''s';

COMMENT ON COLUMN "rollcall"."coverage"."calls" IS 'how many calls it took, repeats included. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."retries" IS 'how many of them were repeats. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."duration_ms" IS 'how many milliseconds it took. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."collected_at" IS 'when it was read. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."expected" IS 'whether the configuration expects this gap, false where it is none. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."unread_verdict" IS 'what a control that needs this cell says, whatever else it reads, null where the evidence decides';

COMMENT ON COLUMN "rollcall"."coverage"."unread_reason" IS 'the same in a sentence';

COMMENT ON COLUMN "rollcall"."coverage"."gap" IS 'whether the cell should have been read and was not. Never null.';

COMMENT ON COLUMN "rollcall"."coverage"."resource_id" IS 'the thing found that the cell is about, by its ARN, null for a cell that asks an account once';

COMMENT ON COLUMN "rollcall"."coverage"."answered_by_account" IS 'whose answer proved this cell, which was not called, null where it was';

COMMENT ON COLUMN "rollcall"."coverage"."answered_by_source" IS 'the source of that answer';

COMMENT ON COLUMN "rollcall"."coverage"."gap_id" IS 'names a gap on every night, by its cell, null where it is none';

COMMENT ON COLUMN "rollcall"."coverage"."permission" IS 'the IAM action that a denied operation needs, null where none was denied';

COMMENT ON COLUMN "rollcall"."coverage"."snapshot_date" IS 'the night. Never null.';

CREATE OR REPLACE VIEW "rollcall_latest"."coverage" AS
SELECT f."run_id", f."attempt", f."account_id", f."region", f."source", f."status", f."operation", f."error_code", f."error_message", f."denied_by", f."request_id", f."calls", f."retries", f."duration_ms", f."collected_at", f."expected", f."unread_verdict", f."unread_reason", coalesce(f."gap", status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')) AS "gap", f."resource_id", f."answered_by_account", f."answered_by_source", f."gap_id", f."permission", f."snapshot_date"
FROM "rollcall_files"."coverage" f
JOIN (SELECT max("snapshot_date") AS "snapshot_date", max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

COMMENT ON VIEW "rollcall_latest"."coverage" IS 'One source asked of one account in one Region, or about one thing found, and what became of it: the row of the dataset coverage.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."run_id" IS 'the run that wrote the row. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."attempt" IS 'which attempt of its date that run was, from 1. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."account_id" IS 'the account that the cell asks. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."region" IS 'the Region that it asks in, global where there is none. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."source" IS 'the source. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."status" IS 'what became of the cell (READ, NOT_ENABLED, NOT_AVAILABLE, REGION_DISABLED, ACCOUNT_NOT_ACTIVE, EXCLUDED, DENIED, THROTTLED, TIMED_OUT, FAILED). Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."operation" IS 'the failed operation, null where none failed';

COMMENT ON COLUMN "rollcall_latest"."coverage"."error_code" IS 'the code of the refusal or failure, null where none failed';

COMMENT ON COLUMN "rollcall_latest"."coverage"."error_message" IS 'its message, null where there is none';

COMMENT ON COLUMN "rollcall_latest"."coverage"."denied_by" IS 'the kind of policy that denied it, null where none did (SCP, RCP, IDENTITY, SESSION, TRUST, UNKNOWN)';

COMMENT ON COLUMN "rollcall_latest"."coverage"."request_id" IS 'the failed call''s, else the last, of a cell that its owner''s answer proved, the owner''s';

COMMENT ON COLUMN "rollcall_latest"."coverage"."calls" IS 'how many calls it took, repeats included. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."retries" IS 'how many of them were repeats. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."duration_ms" IS 'how many milliseconds it took. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."collected_at" IS 'when it was read. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."expected" IS 'whether the configuration expects this gap, false where it is none. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."unread_verdict" IS 'what a control that needs this cell says, whatever else it reads, null where the evidence decides';

COMMENT ON COLUMN "rollcall_latest"."coverage"."unread_reason" IS 'the same in a sentence';

COMMENT ON COLUMN "rollcall_latest"."coverage"."gap" IS 'whether the cell should have been read and was not. Never null.';

COMMENT ON COLUMN "rollcall_latest"."coverage"."resource_id" IS 'the thing found that the cell is about, by its ARN, null for a cell that asks an account once';

COMMENT ON COLUMN "rollcall_latest"."coverage"."answered_by_account" IS 'whose answer proved this cell, which was not called, null where it was';

COMMENT ON COLUMN "rollcall_latest"."coverage"."answered_by_source" IS 'the source of that answer';

COMMENT ON COLUMN "rollcall_latest"."coverage"."gap_id" IS 'names a gap on every night, by its cell, null where it is none';

COMMENT ON COLUMN "rollcall_latest"."coverage"."permission" IS 'the IAM action that a denied operation needs, null where none was denied';

COMMENT ON COLUMN "rollcall_latest"."coverage"."snapshot_date" IS 'the night. Never null.';

CREATE OR REPLACE VIEW "rollcall"."run" AS
SELECT f."run_id", f."attempt", f."started_at", f."finished_at", f."tool_version", f."config_sha256", f."accounts", f."cells", f."gaps", f."findings", f."partial", f."simulated", f."manifest_sha256", f."organization_id", f."management_account_id", f."regions", f."deadlines", f."simulation", f."locale", f."csf", f."compared_with", f."snapshot_date"
FROM "rollcall_files"."run" f;

COMMENT ON VIEW "rollcall"."run" IS 'A committed night: the row of the dataset run. Its snapshot date is the partition that the row lies in. What the last columns say was not written by the first versions.';

COMMENT ON COLUMN "rollcall"."run"."run_id" IS 'names the run: when it began, and what tells it from others. Never null.';

COMMENT ON COLUMN "rollcall"."run"."attempt" IS 'which attempt of its date it is, from 1. Never null.';

COMMENT ON COLUMN "rollcall"."run"."started_at" IS 'when it began. Never null.';

COMMENT ON COLUMN "rollcall"."run"."finished_at" IS 'when it ended. Never null.';

COMMENT ON COLUMN "rollcall"."run"."tool_version" IS 'the version of Rollcall. Never null.';

COMMENT ON COLUMN "rollcall"."run"."config_sha256" IS 'of the configuration it was made with. Never null.';

COMMENT ON COLUMN "rollcall"."run"."accounts" IS 'rows of the dataset account. Never null.';

COMMENT ON COLUMN "rollcall"."run"."cells" IS 'rows of the dataset coverage. Never null.';

COMMENT ON COLUMN "rollcall"."run"."gaps" IS 'cells that should have been read and were not, expected ones included. Never null.';

COMMENT ON COLUMN "rollcall"."run"."findings" IS 'rows of the dataset finding. Never null.';

COMMENT ON COLUMN "rollcall"."run"."partial" IS 'whether flags narrowed it. Never null.';

COMMENT ON COLUMN "rollcall"."run"."simulated" IS 'whether no real organization was read. Never null.';

COMMENT ON COLUMN "rollcall"."run"."manifest_sha256" IS 'of its manifest, null until that is written';

COMMENT ON COLUMN "rollcall"."run"."organization_id" IS 'null without an organization';

COMMENT ON COLUMN "rollcall"."run"."management_account_id" IS 'null without an organization';

COMMENT ON COLUMN "rollcall"."run"."regions" IS 'the Regions of the night. Never null.';

COMMENT ON COLUMN "rollcall"."run"."deadlines" IS 'how long it waited for answers, in words';

COMMENT ON COLUMN "rollcall"."run"."simulation" IS 'what was simulated, null where a real organization was read';

COMMENT ON COLUMN "rollcall"."run"."locale" IS 'the language of its workbook';

COMMENT ON COLUMN "rollcall"."run"."csf" IS 'the version of the framework that leads in its workbook';

COMMENT ON COLUMN "rollcall"."run"."compared_with" IS 'the night that its changes are differences to, null where there was none';

COMMENT ON COLUMN "rollcall"."run"."snapshot_date" IS 'the night. Never null.';

CREATE OR REPLACE VIEW "rollcall"."night" AS
SELECT f."run_id", f."attempt", f."started_at", f."finished_at", f."tool_version", f."config_sha256", f."accounts", f."cells", f."gaps", f."findings", f."partial", f."simulated", f."manifest_sha256", f."organization_id", f."management_account_id", f."regions", f."deadlines", f."simulation", f."locale", f."csf", f."compared_with", f."snapshot_date"
FROM "rollcall_files"."run" f
JOIN (SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial" GROUP BY "snapshot_date") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

COMMENT ON VIEW "rollcall"."night" IS 'A committed night: the row of the dataset run. Its snapshot date is the partition that the row lies in. What the last columns say was not written by the first versions.';

COMMENT ON COLUMN "rollcall"."night"."run_id" IS 'names the run: when it began, and what tells it from others. Never null.';

COMMENT ON COLUMN "rollcall"."night"."attempt" IS 'which attempt of its date it is, from 1. Never null.';

COMMENT ON COLUMN "rollcall"."night"."started_at" IS 'when it began. Never null.';

COMMENT ON COLUMN "rollcall"."night"."finished_at" IS 'when it ended. Never null.';

COMMENT ON COLUMN "rollcall"."night"."tool_version" IS 'the version of Rollcall. Never null.';

COMMENT ON COLUMN "rollcall"."night"."config_sha256" IS 'of the configuration it was made with. Never null.';

COMMENT ON COLUMN "rollcall"."night"."accounts" IS 'rows of the dataset account. Never null.';

COMMENT ON COLUMN "rollcall"."night"."cells" IS 'rows of the dataset coverage. Never null.';

COMMENT ON COLUMN "rollcall"."night"."gaps" IS 'cells that should have been read and were not, expected ones included. Never null.';

COMMENT ON COLUMN "rollcall"."night"."findings" IS 'rows of the dataset finding. Never null.';

COMMENT ON COLUMN "rollcall"."night"."partial" IS 'whether flags narrowed it. Never null.';

COMMENT ON COLUMN "rollcall"."night"."simulated" IS 'whether no real organization was read. Never null.';

COMMENT ON COLUMN "rollcall"."night"."manifest_sha256" IS 'of its manifest, null until that is written';

COMMENT ON COLUMN "rollcall"."night"."organization_id" IS 'null without an organization';

COMMENT ON COLUMN "rollcall"."night"."management_account_id" IS 'null without an organization';

COMMENT ON COLUMN "rollcall"."night"."regions" IS 'the Regions of the night. Never null.';

COMMENT ON COLUMN "rollcall"."night"."deadlines" IS 'how long it waited for answers, in words';

COMMENT ON COLUMN "rollcall"."night"."simulation" IS 'what was simulated, null where a real organization was read';

COMMENT ON COLUMN "rollcall"."night"."locale" IS 'the language of its workbook';

COMMENT ON COLUMN "rollcall"."night"."csf" IS 'the version of the framework that leads in its workbook';

COMMENT ON COLUMN "rollcall"."night"."compared_with" IS 'the night that its changes are differences to, null where there was none';

COMMENT ON COLUMN "rollcall"."night"."snapshot_date" IS 'the night. Never null.';

CREATE OR REPLACE VIEW "rollcall_latest"."run" AS
SELECT f."run_id", f."attempt", f."started_at", f."finished_at", f."tool_version", f."config_sha256", f."accounts", f."cells", f."gaps", f."findings", f."partial", f."simulated", f."manifest_sha256", f."organization_id", f."management_account_id", f."regions", f."deadlines", f."simulation", f."locale", f."csf", f."compared_with", f."snapshot_date"
FROM "rollcall_files"."run" f
JOIN (SELECT max("snapshot_date") AS "snapshot_date", max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" FROM "rollcall_files"."run" WHERE NOT "partial") n
  ON n."snapshot_date" = f."snapshot_date" AND n."run_id" = f."run_id";

COMMENT ON VIEW "rollcall_latest"."run" IS 'A committed night: the row of the dataset run. Its snapshot date is the partition that the row lies in. What the last columns say was not written by the first versions.';

COMMENT ON COLUMN "rollcall_latest"."run"."run_id" IS 'names the run: when it began, and what tells it from others. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."attempt" IS 'which attempt of its date it is, from 1. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."started_at" IS 'when it began. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."finished_at" IS 'when it ended. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."tool_version" IS 'the version of Rollcall. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."config_sha256" IS 'of the configuration it was made with. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."accounts" IS 'rows of the dataset account. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."cells" IS 'rows of the dataset coverage. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."gaps" IS 'cells that should have been read and were not, expected ones included. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."findings" IS 'rows of the dataset finding. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."partial" IS 'whether flags narrowed it. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."simulated" IS 'whether no real organization was read. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."manifest_sha256" IS 'of its manifest, null until that is written';

COMMENT ON COLUMN "rollcall_latest"."run"."organization_id" IS 'null without an organization';

COMMENT ON COLUMN "rollcall_latest"."run"."management_account_id" IS 'null without an organization';

COMMENT ON COLUMN "rollcall_latest"."run"."regions" IS 'the Regions of the night. Never null.';

COMMENT ON COLUMN "rollcall_latest"."run"."deadlines" IS 'how long it waited for answers, in words';

COMMENT ON COLUMN "rollcall_latest"."run"."simulation" IS 'what was simulated, null where a real organization was read';

COMMENT ON COLUMN "rollcall_latest"."run"."locale" IS 'the language of its workbook';

COMMENT ON COLUMN "rollcall_latest"."run"."csf" IS 'the version of the framework that leads in its workbook';

COMMENT ON COLUMN "rollcall_latest"."run"."compared_with" IS 'the night that its changes are differences to, null where there was none';

COMMENT ON COLUMN "rollcall_latest"."run"."snapshot_date" IS 'the night. Never null.';

