/*
id: config.recorder_all_resource_types
version: 1
severity: MEDIUM
title:
  en: AWS Config is set to record every resource type
  ja: AWS Configがすべてのリソースタイプを記録するように設定されている
remediation:
  en: Set the recorder to all supported resource types, or accept by a waiver what it leaves out.
  ja: レコーダーをサポート対象の全リソースタイプに設定するか、除外分を適用除外として承認してください。
reasons:
  "The recorder is set to all supported resource types.":
    "設定レコーダーは、サポート対象の全リソースタイプを記録する設定です。"
  "AWS Config does not say which resource types are recorded.":
    "記録対象のリソースタイプを、AWS Configが示していません。"
  "There is no configuration recorder.": "設定レコーダーがありません。"
  "The recorder leaves out {0} resource types.": "設定レコーダーから{0}個のリソースタイプが除外されています。"
  "The recorder is set to {0} resource types only.": "設定レコーダーの記録対象は{0}個のリソースタイプのみです。"
sources: [config-recorder]
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
         bool_or(all_supported) AS all_supported,
         count(*) FILTER (WHERE all_supported IS NULL) AS unknown,
         sum(cardinality(resource_types)) AS included,
         sum(cardinality(excluded_resource_types)) AS excluded
  FROM config_recorder
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.all_supported THEN ARRAY['COMPLIANT', 'The recorder is set to all supported resource types.']
           WHEN r.unknown > 0 THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say which resource types are recorded.']
           WHEN r.account_id IS NULL THEN ARRAY['NON_COMPLIANT', 'There is no configuration recorder.']
           WHEN r.excluded > 0 THEN
             ARRAY['NON_COMPLIANT', 'The recorder leaves out ' || CAST(r.excluded AS varchar) || ' resource types.']
           ELSE
             ARRAY['NON_COMPLIANT', 'The recorder is set to ' || CAST(r.included AS varchar) || ' resource types only.']
         END AS outcome
  FROM coverage c
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
