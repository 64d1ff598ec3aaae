/*
id: config.recorder_all_resource_types
version: 2
severity: MEDIUM
title:
  en: AWS Config is set to record every resource type of the Region
  ja: AWS Configがリージョンのすべてのリソースタイプを記録するように設定されている
remediation:
  en: Set the recorder to all supported resource types, or accept by a waiver what it leaves out; IAM's types may be left out in all Regions but one.
  ja: レコーダーをサポート対象の全リソースタイプに設定するか、除外分を適用除外として承認してください。IAMのタイプは、1つのリージョンを除いて対象外にできます。
reasons:
  "The recorder is set to all resource types of the Region.":
    "設定レコーダーは、このリージョンの全リソースタイプを記録する設定です。"
  "AWS Config does not say which resource types are recorded.":
    "記録対象のリソースタイプを、AWS Configが示していません。"
  "There is no configuration recorder.": "設定レコーダーがありません。"
  "The recorder leaves out {0} resource types.": "設定レコーダーから{0}個のリソースタイプが除外されています。"
  "The recorder is set to {0} resource types only.": "設定レコーダーの記録対象は{0}個のリソースタイプのみです。"
sources: [config-recorder]
age: none because what a recorder is set to is of the moment in which it is read
csf20:
  primary: PR.PS-01
  reason: What a recorder leaves out is managed by nobody.
  secondary:
    DE.CM-09: What a recorder leaves out is monitored by nobody.
csf11:
  primary: PR.IP-1
  reason: What a recorder leaves out has no baseline.
  secondary:
    DE.CM-7: What a recorder leaves out is monitored by nobody.
*/
WITH recorders AS (
  SELECT account_id,
         region,
         count(*) FILTER (WHERE strategy = 'ALL_SUPPORTED_RESOURCE_TYPES'
           OR (strategy = 'EXCLUSION_BY_RESOURCE_TYPES' AND other_exclusions = 0)) AS whole,
         count(*) FILTER (WHERE strategy = 'INCLUSION_BY_RESOURCE_TYPES') AS including,
         count(*) FILTER (WHERE strategy = 'EXCLUSION_BY_RESOURCE_TYPES') AS excluding,
         count(*) AS recorders,
         min(inclusions) FILTER (WHERE strategy = 'INCLUSION_BY_RESOURCE_TYPES') AS inclusions,
         min(other_exclusions) FILTER (WHERE strategy = 'EXCLUSION_BY_RESOURCE_TYPES') AS exclusions
  FROM own_recorder
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.account_id IS NULL THEN ARRAY['NON_COMPLIANT', 'There is no configuration recorder.']
           WHEN r.whole > 0 THEN ARRAY['COMPLIANT', 'The recorder is set to all resource types of the Region.']
           WHEN r.recorders > r.including + r.excluding THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say which resource types are recorded.']
           WHEN r.excluding > 0 THEN
             ARRAY['NON_COMPLIANT', 'The recorder leaves out ' || CAST(r.exclusions AS varchar) || ' resource types.']
           ELSE
             ARRAY['NON_COMPLIANT', 'The recorder is set to ' || CAST(r.inclusions AS varchar)
               || ' resource types only.']
         END AS outcome
  FROM coverage c
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
