/*
id: config.delivery_ok
version: 1
severity: MEDIUM
title:
  en: AWS Config delivers what it records
  ja: AWS Configの記録が正常に配信されている
remediation:
  en: Create a delivery channel, or repair the bucket, its policy or the topic that the error names.
  ja: 配信チャネルを作成するか、エラーが示すバケット、バケットポリシー、トピックを修正してください。
reasons:
  "There is no delivery channel.": "配信チャネルがありません。"
  "The latest delivery failed: {0}.": "直近の配信が失敗しています({0})。"
  "no error code": "エラーコードなし"
  "The latest delivery succeeded.": "直近の配信は成功しています。"
  "AWS Config names no delivery yet.": "AWS Configにまだ配信の記録がありません。"
sources: [config-delivery]
csf20:
  primary: PR.PS-04
  reason: The delivered history is a log of changes.
  secondary:
    PR.PS-01: The history of configuration is kept only where it is delivered.
csf11:
  primary: PR.PT-1
  reason: The delivered history is a log of changes.
  secondary:
    PR.IP-1: The history of configuration is kept only where it is delivered.
*/
WITH channels AS (
  SELECT account_id,
         region,
         count(*) FILTER (WHERE last_status = 'FAILURE') AS failed,
         count(*) FILTER (WHERE last_status = 'SUCCESS') AS succeeded,
         min(last_error_code) AS error_code
  FROM config_delivery
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.account_id IS NULL THEN ARRAY['NON_COMPLIANT', 'There is no delivery channel.']
           WHEN d.failed > 0 THEN
             ARRAY['NON_COMPLIANT', 'The latest delivery failed: ' || coalesce(d.error_code, 'no error code') || '.']
           WHEN d.succeeded > 0 THEN ARRAY['COMPLIANT', 'The latest delivery succeeded.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'AWS Config names no delivery yet.']
         END AS outcome
  FROM coverage c
  LEFT JOIN channels d ON d.account_id = c.account_id AND d.region = c.region
  WHERE c.source = 'config-delivery'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
