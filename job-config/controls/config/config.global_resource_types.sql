/*
id: config.global_resource_types
version: 1
severity: MEDIUM
title:
  en: AWS Config records IAM in some Region
  ja: AWS ConfigがいずれかのリージョンでIAMを記録している
remediation:
  en: Let the recorder of one Region, the home Region for choice, include the global resource types; the others need not.
  ja: いずれか1つのリージョン(通常はホームリージョン)の設定レコーダーに、グローバルリソースタイプを含めてください。他のリージョンでは不要です。
reasons:
  "IAM's users, groups, roles and policies are recorded in {0}.": "IAMのユーザー、グループ、ロール、ポリシーは{0}で記録されています。"
  "AWS Config does not say whether the recorder of {0} records IAM.":
    "{0}の設定レコーダーがIAMを記録しているかどうかを、AWS Configが示していません。"
  "The recorder of {0} is set to record IAM and is not known to work.":
    "{0}の設定レコーダーはIAMを記録する設定ですが、稼働していることを確認できません。"
  "Whether IAM is recorded in {0} could not be read: {1}": "{0}でIAMが記録されているかどうかを読み取れませんでした。{1}"
  "IAM is recorded in no Region of the night, and {0} was not asked.":
    "対象リージョンのいずれでもIAMが記録されておらず、{0}は対象外です。"
  "IAM is recorded in no Region.": "どのリージョンでもIAMが記録されていません。"
sources: [config-recorder, account-regions]
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
  reason: Who may do what is configuration too, and has no history where nobody records it.
  secondary:
    DE.CM-09: What changes in IAM is monitored by nobody where it is not recorded.
csf11:
  primary: PR.IP-1
  reason: A baseline of IAM is kept only where IAM is recorded.
  secondary:
    DE.CM-7: What changes in IAM is monitored by nobody where it is not recorded.
*/
-- AWS Config records IAM in the Regions that it supported before February 2022, to which no
-- other will be added, and where a partition has one Region alone
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'config.global_resource_types' AND name = 'hours'
),
able(region) AS (
  VALUES ('af-south-1'), ('ap-east-1'), ('ap-northeast-1'), ('ap-northeast-2'), ('ap-northeast-3'), ('ap-south-1'),
    ('ap-southeast-1'), ('ap-southeast-2'), ('ap-southeast-3'), ('ca-central-1'), ('cn-north-1'), ('cn-northwest-1'),
    ('eu-central-1'), ('eu-north-1'), ('eu-south-1'), ('eu-west-1'), ('eu-west-2'), ('eu-west-3'), ('eusc-de-east-1'),
    ('me-south-1'), ('sa-east-1'), ('us-east-1'), ('us-east-2'), ('us-gov-east-1'), ('us-gov-west-1'), ('us-west-1'), ('us-west-2')
),
recorders AS (
  SELECT o.account_id,
         o.region,
         o.records_iam,
         b.region IS NOT NULL AND (o.state = 'RECORDING'
           OR (o.state = 'PENDING' AND o.changed_at >= c.collected_at - l.hours * INTERVAL '1' HOUR)) AS works,
         o.state IN ('STOPPED', 'FAILING') AS fails
  FROM own_recorder o
  JOIN coverage c ON c.source = 'config-recorder' AND c.account_id = o.account_id AND c.region = o.region
  CROSS JOIN limits l
  LEFT JOIN able b ON b.region = o.region
),
recorded AS (
  SELECT account_id,
         min(region) FILTER (WHERE records_iam AND works) AS recorded_in,
         min(region) FILTER (WHERE records_iam IS NULL AND NOT fails) AS unknown_in,
         min(region) FILTER (WHERE records_iam AND NOT works AND NOT fails) AS claimed_in
  FROM recorders
  GROUP BY account_id
),
asked AS (
  SELECT account_id,
         min(region) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA' AND status <> 'EXCLUDED') AS unread_in,
         min(unread_reason) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA' AND status <> 'EXCLUDED') AS reason,
         min(unread_reason) FILTER (WHERE status = 'EXCLUDED') AS excluded_reason,
         min(unread_reason) FILTER (WHERE unread_verdict = 'NOT_APPLICABLE') AS closed_reason,
         count(*) FILTER (WHERE unread_verdict IS NULL) AS seen
  FROM coverage
  WHERE source = 'config-recorder'
  GROUP BY account_id
),
elsewhere AS (
  SELECT r.account_id, min(r.name) AS region
  FROM account_region r
  JOIN able b ON b.region = r.name
  LEFT JOIN coverage c ON c.source = 'config-recorder' AND c.account_id = r.account_id AND c.region = r.name
  WHERE r.opt_status <> 'DISABLED' AND c.region IS NULL
  GROUP BY r.account_id
),
judged AS (
  SELECT a.account_id,
         'global' AS region,
         a.account_id AS resource_id,
         CASE
           WHEN r.recorded_in IS NOT NULL THEN
             ARRAY['COMPLIANT', 'IAM''s users, groups, roles and policies are recorded in ' || r.recorded_in || '.']
           WHEN a.unread_in IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether IAM is recorded in ' || a.unread_in || ' could not be read: '
               || a.reason]
           WHEN a.excluded_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', a.excluded_reason]
           WHEN a.seen = 0 THEN ARRAY['NOT_APPLICABLE', a.closed_reason]
           WHEN r.unknown_in IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say whether the recorder of ' || r.unknown_in
               || ' records IAM.']
           WHEN r.claimed_in IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The recorder of ' || r.claimed_in
               || ' is set to record IAM and is not known to work.']
           WHEN n.unread_verdict = 'INSUFFICIENT_DATA' THEN ARRAY[n.unread_verdict, n.unread_reason]
           WHEN e.region IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'IAM is recorded in no Region of the night, and ' || e.region
               || ' was not asked.']
           ELSE ARRAY['NON_COMPLIANT', 'IAM is recorded in no Region.']
         END AS outcome
  FROM asked a
  LEFT JOIN recorded r ON r.account_id = a.account_id
  LEFT JOIN elsewhere e ON e.account_id = a.account_id
  LEFT JOIN coverage n ON n.source = 'account-regions' AND n.account_id = a.account_id
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
