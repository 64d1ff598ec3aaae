/*
id: config.recorder_continuous
version: 1
severity: LOW
title:
  en: AWS Config records changes as they happen
  ja: AWS Configが変更を継続的に記録している
remediation:
  en: Set the recorder's frequency to continuous, or accept by a waiver the resource types of which a state a day is enough.
  ja: 設定レコーダーの記録頻度を継続的に変更するか、1日1回の記録で足りるリソースタイプを適用除外として承認してください。
reasons:
  "There is no configuration recorder.": "設定レコーダーがありません。"
  "The recorder {0} keeps one state a day.": "設定レコーダー{0}は1日に1つの状態のみを記録します。"
  "The recorder {0} keeps one state a day of {1} resource types.":
    "設定レコーダー{0}は{1}個のリソースタイプについて、1日に1つの状態のみを記録します。"
  "AWS Config does not say how often the recorder {0} records.":
    "設定レコーダー{0}の記録頻度を、AWS Configが示していません。"
  "The recorder is set to record changes as they happen.": "設定レコーダーは変更を継続的に記録する設定です。"
sources: [config-recorder]
age: none because what a recorder is set to is of the moment in which it is read
csf20:
  primary: PR.PS-01
  reason: A change that is undone within the day is managed by nobody where a day has one state.
  secondary:
    DE.CM-09: A change that is undone within the day is never seen where a day has one state.
csf11:
  primary: PR.IP-1
  reason: A baseline has gaps where a day has one state.
  secondary:
    DE.CM-7: A change that is undone within the day is never seen where a day has one state.
*/
WITH recorders AS (
  SELECT o.account_id,
         o.region,
         min(o.name) FILTER (WHERE r.recording_frequency = 'DAILY') AS daily,
         min(o.name) FILTER (WHERE cardinality(r.daily_resource_types) > 0) AS partly,
         max(cardinality(r.daily_resource_types)) AS types,
         min(o.name) FILTER (WHERE coalesce(r.recording_frequency, '') NOT IN ('CONTINUOUS', 'DAILY')) AS unknown
  FROM own_recorder o
  JOIN config_recorder r ON r.account_id = o.account_id AND r.region = o.region AND r.name = o.name
  GROUP BY o.account_id, o.region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.account_id IS NULL THEN ARRAY['NOT_APPLICABLE', 'There is no configuration recorder.']
           WHEN r.daily IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The recorder ' || r.daily || ' keeps one state a day.']
           WHEN r.partly IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The recorder ' || r.partly || ' keeps one state a day of '
               || CAST(r.types AS varchar) || ' resource types.']
           WHEN r.unknown IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say how often the recorder ' || r.unknown || ' records.']
           ELSE ARRAY['COMPLIANT', 'The recorder is set to record changes as they happen.']
         END AS outcome
  FROM coverage c
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
