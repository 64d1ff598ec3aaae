/*
id: guardduty.features
version: 1
severity: MEDIUM
title:
  en: GuardDuty looks at all that it can
  ja: GuardDutyの機能がすべて有効になっている
remediation:
  en: In GuardDuty's administrator, turn the missing features on for all accounts, or leave those that you do not want out of the parameter features.
  ja: GuardDutyの委任管理者で、不足している機能を全アカウントに対して有効にしてください。不要な機能はパラメーターfeaturesから外してください。
reasons:
  "GuardDuty is off: there is no detector.": "ディテクターがなく、GuardDutyは無効です。"
  "GuardDuty is suspended.": "GuardDutyは一時停止されています。"
  "Nothing says whether GuardDuty is on.": "GuardDutyが有効かどうかを示す情報がありません。"
  "The administrator {0} calls the account {1}, and the account's own answer is {2}.":
    "管理者{0}はアカウントを{1}としていますが、アカウント自身の回答は{2}です。"
  "Turned off: {0}.": "無効な機能: {0}。"
  "The list of features and that of data sources disagree: {0}.": "機能の一覧とデータソースの一覧の内容が一致していません: {0}。"
  "Nothing says whether these are on: {0}.": "有効かどうかを示す情報がない機能: {0}。"
  "Everything wanted is on.": "必要な機能はすべて有効です。"
  "Everything wanted is on that the Region has; it lacks {0}.":
    "このリージョンで利用できる必要な機能はすべて有効です(利用できない機能: {0})。"
  "The Region has nothing of what is wanted.": "必要な機能は、このリージョンでは利用できません。"
  "What a feature that is off would watch is watched by nobody.":
    "無効な機能の対象は、誰も監視していません。"
  "Flow logs and DNS are watched by features that can be off.":
    "フローログとDNSの監視は、無効になり得る機能によります。"
  "Malicious code is looked for by features that can be off.":
    "悪意あるコードの検出は、無効になり得る機能によります。"
parameters:
  features:
    type: list
    of: [CLOUD_TRAIL, DNS_LOGS, FLOW_LOGS, S3_DATA_EVENTS, EKS_AUDIT_LOGS, EBS_MALWARE_PROTECTION, RDS_LOGIN_EVENTS, LAMBDA_NETWORK_LOGS, RUNTIME_MONITORING]
    default: [CLOUD_TRAIL, DNS_LOGS, FLOW_LOGS, S3_DATA_EVENTS, EKS_AUDIT_LOGS, EBS_MALWARE_PROTECTION, RDS_LOGIN_EVENTS, LAMBDA_NETWORK_LOGS, RUNTIME_MONITORING]
    meaning:
      en: What GuardDuty is to look at where the Region has it.
      ja: リージョンで利用できる場合に有効とすべきGuardDutyの機能。
sources: [guardduty, guardduty-organization]
age: none because a feature's status is of the moment in which it is read
csf20:
  primary: DE.CM-09
  reason: What a feature that is off would watch is watched by nobody.
  secondary:
    DE.CM-01: Flow logs and DNS are watched by features that can be off.
csf11:
  primary: DE.CM-4
  reason: Malicious code is looked for by features that can be off.
  secondary:
    DE.CM-7: What a feature that is off would watch is watched by nobody.
*/
WITH wanted AS (
  SELECT k.feature, k.everywhere
  FROM (VALUES
    ('CLOUD_TRAIL', true), ('DNS_LOGS', true), ('FLOW_LOGS', true), ('S3_DATA_EVENTS', false),
    ('EKS_AUDIT_LOGS', false), ('EBS_MALWARE_PROTECTION', false), ('RDS_LOGIN_EVENTS', false),
    ('LAMBDA_NETWORK_LOGS', false), ('RUNTIME_MONITORING', false)
  ) AS k (feature, everywhere)
  JOIN parameter p ON contains(split(p.value, ','), k.feature)
  WHERE p.control_id = 'guardduty.features' AND p.name = 'features'
),
-- what no detector of a Region has, and no administrator there can turn on, the Region lacks
available AS (
  SELECT region, feature FROM guardduty_feature
  UNION
  SELECT region, feature FROM guardduty_organization_feature
),
said AS (
  SELECT account_id,
         region,
         feature,
         bool_or(status = 'DISABLED') AS off,
         bool_or(data_source_status IS NOT NULL AND data_source_status <> status) AS contradicted
  FROM guardduty_feature
  GROUP BY account_id, region, feature
),
speaking AS (
  SELECT DISTINCT account_id, region FROM guardduty_feature
),
looked AS (
  SELECT s.account_id,
         s.region,
         w.feature,
         CASE
           WHEN f.contradicted THEN 'CONTRADICTED'
           WHEN f.off THEN 'OFF'
           WHEN f.feature IS NOT NULL THEN 'ON'
           WHEN w.everywhere OR a.feature IS NOT NULL OR k.account_id IS NULL THEN 'UNSAID'
           ELSE 'LACKING'
         END AS state
  FROM guardduty_state s
  CROSS JOIN wanted w
  LEFT JOIN said f ON f.account_id = s.account_id AND f.region = s.region AND f.feature = w.feature
  LEFT JOIN available a ON a.region = s.region AND a.feature = w.feature
  LEFT JOIN speaking k ON k.account_id = s.account_id AND k.region = s.region
),
summed AS (
  SELECT account_id,
         region,
         array_join(array_agg(feature ORDER BY feature) FILTER (WHERE state = 'OFF'), ', ') AS off,
         array_join(array_agg(feature ORDER BY feature) FILTER (WHERE state = 'CONTRADICTED'), ', ') AS contradicted,
         array_join(array_agg(feature ORDER BY feature) FILTER (WHERE state = 'UNSAID'), ', ') AS unsaid,
         array_join(array_agg(feature ORDER BY feature) FILTER (WHERE state = 'LACKING'), ', ') AS lacking,
         count(*) FILTER (WHERE state = 'ON') AS running
  FROM looked
  GROUP BY account_id, region
),
judged AS (
  SELECT s.account_id,
         s.region,
         s.account_id AS resource_id,
         CASE
           WHEN s.unread_verdict IS NOT NULL THEN ARRAY[s.unread_verdict, s.unread_reason]
           WHEN s.contradicted_by IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The administrator ' || s.contradicted_by || ' calls the account '
               || s.relationship_status || ', and the account''s own answer is ' || s.own_state || '.']
           WHEN s.state = 'OFF' THEN ARRAY['NON_COMPLIANT', 'GuardDuty is off: there is no detector.']
           WHEN s.state = 'SUSPENDED' THEN ARRAY['NON_COMPLIANT', 'GuardDuty is suspended.']
           WHEN s.state <> 'ON' THEN ARRAY['INSUFFICIENT_DATA', 'Nothing says whether GuardDuty is on.']
           WHEN f.off IS NOT NULL THEN ARRAY['NON_COMPLIANT', 'Turned off: ' || f.off || '.']
           WHEN f.contradicted IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The list of features and that of data sources disagree: ' || f.contradicted
               || '.']
           WHEN f.unsaid IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nothing says whether these are on: ' || f.unsaid || '.']
           WHEN f.running = 0 THEN ARRAY['NOT_APPLICABLE', 'The Region has nothing of what is wanted.']
           WHEN f.lacking IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Everything wanted is on that the Region has; it lacks ' || f.lacking || '.']
           ELSE ARRAY['COMPLIANT', 'Everything wanted is on.']
         END AS outcome
  FROM guardduty_state s
  JOIN summed f ON f.account_id = s.account_id AND f.region = s.region
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
