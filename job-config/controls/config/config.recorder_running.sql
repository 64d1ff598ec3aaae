/*
id: config.recorder_running
version: 2
severity: HIGH
title:
  en: Configuration recorders run without error
  ja: 設定レコーダーがエラーなく稼働している
remediation:
  en: Start the stopped recorder, or repair the role that the error names.
  ja: 停止している設定レコーダーを開始するか、エラーが示すロールを修正してください。
reasons:
  "There is no configuration recorder that could run.": "稼働の判定対象となる設定レコーダーがありません。"
  "The configuration recorder {0} is stopped.": "設定レコーダー{0}が停止しています。"
  "The configuration recorder {0} last failed: {1}.": "設定レコーダー{0}の直近の記録が失敗しています({1})。"
  "The configuration recorder {0} last failed on {1}: {2}.": "設定レコーダー{0}の直近の記録が{1}に失敗しています({2})。"
  "The configuration recorder {0} is pending, AWS Config does not say since when.":
    "設定レコーダー{0}が保留中です(開始時期をAWS Configが示していません)。"
  "The configuration recorder {0} has been pending since {1}.": "設定レコーダー{0}が{1}から保留中のままです。"
  "AWS Config does not say whether the recorder runs without error.":
    "設定レコーダーがエラーなく稼働しているかどうかを、AWS Configが示していません。"
  "Every configuration recorder runs without error.": "すべての設定レコーダーがエラーなく稼働しています。"
  "Every configuration recorder runs without error, as of {0}.": "すべての設定レコーダーがエラーなく稼働しています({0}時点)。"
  "no error code": "エラーコードなし"
sources: [config-recorder]
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours a recorder may be pending and still count as recording.
      ja: 設定レコーダーが保留中のまま何時間まで記録中とみなすか。
age: own_recorder.changed_at
csf20:
  primary: PR.PS-01
  reason: A recorder that stands still manages nothing.
  secondary:
    DE.CM-09: What changes while the recorder stands still is monitored by nobody.
csf11:
  primary: PR.IP-1
  reason: A recorder that stands still keeps no baseline.
  secondary:
    DE.CM-7: What changes while the recorder stands still is monitored by nobody.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'config.recorder_running' AND name = 'hours'
),
recorders AS (
  SELECT account_id,
         region,
         min(name) FILTER (WHERE state = 'STOPPED') AS stopped,
         min(name) FILTER (WHERE state = 'FAILING') AS failed,
         min(error_code) FILTER (WHERE state = 'FAILING') AS error_code,
         max(changed_at) FILTER (WHERE state = 'FAILING') AS failed_at,
         min(name) FILTER (WHERE state = 'PENDING' AND changed_at IS NULL) AS undated,
         min(name) FILTER (WHERE state = 'PENDING') AS pending,
         min(changed_at) FILTER (WHERE state = 'PENDING') AS pending_since,
         count(*) FILTER (WHERE state IN ('ON', 'UNKNOWN')) AS unknown,
         min(changed_at) AS changed_at
  FROM own_recorder
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.account_id IS NULL THEN ARRAY['NOT_APPLICABLE', 'There is no configuration recorder that could run.']
           WHEN r.stopped IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The configuration recorder ' || r.stopped || ' is stopped.']
           WHEN r.failed IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The configuration recorder ' || r.failed || ' last failed'
               || coalesce(' on ' || CAST(CAST(r.failed_at AS date) AS varchar), '') || ': '
               || coalesce(r.error_code, 'no error code') || '.']
           WHEN r.unknown > 0 THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say whether the recorder runs without error.']
           WHEN r.undated IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The configuration recorder ' || r.undated
               || ' is pending, AWS Config does not say since when.']
           WHEN r.pending_since < c.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The configuration recorder ' || r.pending || ' has been pending since '
               || CAST(CAST(r.pending_since AS date) AS varchar) || '.']
           ELSE ARRAY['COMPLIANT', 'Every configuration recorder runs without error'
             || coalesce(', as of ' || CAST(CAST(r.changed_at AS date) AS varchar), '') || '.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
