/*
id: config.recorder_all_regions
version: 2
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
  "The configuration recorder {0} last failed: {1}.": "設定レコーダー{0}の直近の記録が失敗しています({1})。"
  "The configuration recorder {0} last failed on {1}: {2}.": "設定レコーダー{0}の直近の記録が{1}に失敗しています({2})。"
  "The configuration recorder {0} is pending, AWS Config does not say since when.":
    "設定レコーダー{0}が保留中です(開始時期をAWS Configが示していません)。"
  "The configuration recorder {0} has been pending since {1}.": "設定レコーダー{0}が{1}から保留中のままです。"
  "no error code": "エラーコードなし"
sources: [config-recorder]
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours a recorder may be pending and still count as recording.
      ja: 設定レコーダーが保留中のまま何時間まで記録中とみなすか。
age: config_recording.changed_at
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
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'config.recorder_all_regions' AND name = 'hours'
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.state = 'NONE' THEN ARRAY['NON_COMPLIANT', 'There is no configuration recorder.']
           WHEN r.state = 'STOPPED' THEN ARRAY['NON_COMPLIANT', 'The configuration recorder is stopped.']
           WHEN r.state = 'FAILING' THEN
             ARRAY['NON_COMPLIANT', 'The configuration recorder ' || r.name || ' last failed'
               || coalesce(' on ' || CAST(CAST(r.changed_at AS date) AS varchar), '') || ': '
               || coalesce(r.error_code, 'no error code') || '.']
           WHEN r.state = 'PENDING' AND r.changed_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The configuration recorder ' || r.name
               || ' is pending, AWS Config does not say since when.']
           WHEN r.state = 'PENDING' AND r.changed_at < c.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The configuration recorder ' || r.name || ' has been pending since '
               || CAST(CAST(r.changed_at AS date) AS varchar) || '.']
           WHEN r.state IN ('RECORDING', 'ON', 'PENDING') THEN ARRAY['COMPLIANT', 'A recorder is recording.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say whether the recorder is recording.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
  LEFT JOIN config_recording r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
