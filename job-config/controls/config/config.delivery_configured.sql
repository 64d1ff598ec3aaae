/*
id: config.delivery_configured
version: 2
severity: MEDIUM
title:
  en: AWS Config has a delivery channel in every Region
  ja: すべてのリージョンでAWS Configの配信チャネルが設定されている
remediation:
  en: Create a delivery channel in this Region that delivers to the bucket of the log archive account.
  ja: このリージョンに、ログアーカイブアカウントのバケットへ配信する配信チャネルを作成してください。
reasons:
  "There is no delivery channel.": "配信チャネルがありません。"
  "The delivery channel is set to deliver to the bucket {0}.": "配信チャネルの配信先はバケット{0}に設定されています。"
  "The bucket {0} to which the delivery channel is set to deliver does not exist.":
    "配信チャネルの配信先に設定されたバケット{0}が存在しません。"
  "AWS Config does not say where the delivery channel delivers to.":
    "配信チャネルの配信先を、AWS Configが示していません。"
sources: [config-delivery]
age: none because what a channel is set to is of the moment in which it is read
csf20:
  primary: PR.PS-04
  reason: The delivered history is a log of changes.
  secondary:
    PR.PS-01: The history of configuration is kept only where it has somewhere to go.
csf11:
  primary: PR.PT-1
  reason: The delivered history is a log of changes.
  secondary:
    PR.IP-1: The history of configuration is kept only where it has somewhere to go.
*/
WITH channels AS (
  SELECT account_id,
         region,
         min(bucket) AS bucket,
         min(bucket) FILTER (WHERE last_status = 'FAILURE' AND last_error_code LIKE 'NoSuchBucket%') AS missing
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
           WHEN d.missing IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The bucket ' || d.missing
               || ' to which the delivery channel is set to deliver does not exist.']
           WHEN d.bucket IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The delivery channel is set to deliver to the bucket ' || d.bucket || '.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say where the delivery channel delivers to.']
         END AS outcome
  FROM coverage c
  LEFT JOIN channels d ON d.account_id = c.account_id AND d.region = c.region
  WHERE c.source = 'config-delivery'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
