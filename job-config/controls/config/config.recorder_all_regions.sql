/*
id: config.recorder_all_regions
version: 1
severity: HIGH
title:
  en: AWS Config records in every Region
  ja: すべてのリージョンでAWS Configが記録している
remediation:
  en: Create a configuration recorder in this Region, or start the stopped one.
  ja: このリージョンに設定レコーダーを作成するか、停止しているレコーダーを開始してください。
reasons:
  "A recorder is recording.": "設定レコーダーが記録中です。"
  "AWS Config does not say whether the recorder is recording.":
    "設定レコーダーが記録中かどうかを、AWS Configが示していません。"
  "There is no configuration recorder.": "設定レコーダーがありません。"
  "The configuration recorder is stopped.": "設定レコーダーが停止しています。"
sources: [config-recorder]
csf20:
  primary: PR.PS-01
  reason: Configuration is managed only where it is recorded.
  secondary:
    DE.CM-09: Deviations of software and its configuration show in the recorder's items.
csf11:
  primary: PR.IP-1
  reason: A baseline is kept only where configuration is recorded.
  secondary:
    DE.CM-7: What nobody approved shows in the recorder's items.
    PR.IP-3: Changes are controlled by seeing them.
*/
WITH recorders AS (
  SELECT account_id,
         region,
         bool_or(recording) AS recording,
         count(*) FILTER (WHERE recording IS NULL) AS unknown
  FROM config_recorder
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.recording THEN ARRAY['COMPLIANT', 'A recorder is recording.']
           WHEN r.unknown > 0 THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say whether the recorder is recording.']
           WHEN r.account_id IS NULL THEN ARRAY['NON_COMPLIANT', 'There is no configuration recorder.']
           ELSE ARRAY['NON_COMPLIANT', 'The configuration recorder is stopped.']
         END AS outcome
  FROM coverage c
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
