/*
id: config.recorder_running
version: 1
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
  "AWS Config does not say whether the recorder runs without error.":
    "設定レコーダーがエラーなく稼働しているかどうかを、AWS Configが示していません。"
  "Every configuration recorder runs without error.": "すべての設定レコーダーがエラーなく稼働しています。"
  "no error code": "エラーコードなし"
sources: [config-recorder]
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
WITH recorders AS (
  SELECT account_id,
         region,
         min(name) FILTER (WHERE NOT recording) AS stopped,
         min(name) FILTER (WHERE last_status = 'FAILURE') AS failed,
         min(last_error_code) FILTER (WHERE last_status = 'FAILURE') AS error_code,
         count(*) FILTER (WHERE recording IS NULL OR last_status IS NULL) AS unknown
  FROM config_recorder
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
             ARRAY['NON_COMPLIANT', 'The configuration recorder ' || r.failed || ' last failed: '
               || coalesce(r.error_code, 'no error code') || '.']
           WHEN r.unknown > 0 THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say whether the recorder runs without error.']
           ELSE ARRAY['COMPLIANT', 'Every configuration recorder runs without error.']
         END AS outcome
  FROM coverage c
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
