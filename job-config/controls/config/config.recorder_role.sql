/*
id: config.recorder_role
version: 1
severity: LOW
title:
  en: Configuration recorders use AWS Config's service-linked role
  ja: 設定レコーダーがAWS Configのサービスリンクロールを使用している
remediation:
  en: Give the recorder the role AWSServiceRoleForConfig, whose permissions AWS keeps up with what there is to record.
  ja: 設定レコーダーにロールAWSServiceRoleForConfigを設定してください。記録に必要な権限はAWSが更新します。
reasons:
  "There is no configuration recorder.": "設定レコーダーがありません。"
  "AWS Config does not say which role the recorder {0} uses.":
    "設定レコーダー{0}が使用するロールを、AWS Configが示していません。"
  "The recorder {0} uses the role {1}.": "設定レコーダー{0}はロール{1}を使用しています。"
  "The recorder uses the service-linked role.": "設定レコーダーはサービスリンクロールを使用しています。"
sources: [config-recorder]
age: none because what a recorder is set to is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: A role that AWS keeps has no more and no less than recording needs, and nobody else can take it.
  secondary:
    PR.PS-01: A role of one's own that lacks a permission leaves out what it cannot see.
csf11:
  primary: PR.AC-4
  reason: A role that AWS keeps has no more and no less than recording needs, and nobody else can take it.
  secondary:
    PR.IP-1: A role of one's own that lacks a permission leaves out what it cannot see.
*/
WITH recorders AS (
  SELECT o.account_id,
         o.region,
         min(o.name) FILTER (WHERE r.role_arn IS NULL) AS unknown,
         min(o.name) FILTER (WHERE r.role_arn NOT LIKE '%:role/aws-service-role/config.amazonaws.com%') AS other,
         min(r.role_arn) FILTER (WHERE r.role_arn NOT LIKE '%:role/aws-service-role/config.amazonaws.com%') AS role_arn
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
           WHEN r.other IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The recorder ' || r.other || ' uses the role ' || r.role_arn || '.']
           WHEN r.unknown IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say which role the recorder ' || r.unknown || ' uses.']
           ELSE ARRAY['COMPLIANT', 'The recorder uses the service-linked role.']
         END AS outcome
  FROM coverage c
  LEFT JOIN recorders r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
