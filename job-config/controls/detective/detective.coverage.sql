/*
id: detective.coverage
version: 1
severity: HIGH
title:
  en: Every detective service that is asked for sees the account and Region
  ja: 求める発見的サービスのすべてが、アカウントとリージョンを監視している
remediation:
  en: Turn on what the reason names, best from the organization's administrator of that service, or take it off this control's list.
  ja: 理由に示されたサービスを、できれば組織の委任管理者から有効にしてください。不要であれば本コントロールの対象から外してください。
reasons:
  "What no service watches is monitored by nobody.": "どのサービスも監視していないものは、誰にも監視されていません。"
  "All of {0} are on here.": "{0}がすべて有効です。"
  "Off: {0}.": "無効: {0}。"
  "On in part only: {0}.": "一部のみ有効: {0}。"
  "Off: {0}. On in part only: {1}.": "無効: {0}。一部のみ有効: {1}。"
  "Nobody could tell of {0} whether it is on.": "{0}が有効かどうかを確認できませんでした。"
  "{0} last showed more than {1} hours ago that it works.": "{0}は、最後に動作を確認できてから{1}時間を超えています。"
parameters:
  services:
    type: list
    of: [access-analyzer, cloudtrail, config, guardduty, securityhub]
    default: [access-analyzer, cloudtrail, config, guardduty, securityhub]
    meaning:
      en: Which services have to see every account and Region.
      ja: すべてのアカウントとリージョンを監視すべきサービス。
  hours:
    type: number
    default: 48
    meaning:
      en: For how many hours after a service last delivered or analyzed it counts as working.
      ja: サービスの最後の配信または分析から何時間まで動作中とみなすか。
sources: [access-analyzer, cloudtrail, cloudtrail-elsewhere, config-recorder, guardduty, securityhub, securityhub-standards]
age: detective_coverage.seen_at
csf20:
  primary: DE.CM-09
  reason: What no service watches is monitored by nobody.
csf11:
  primary: DE.CM-7
  reason: What no service watches is monitored by nobody.
*/
WITH wanted AS (
  SELECT split(value, ',') AS services FROM parameter WHERE control_id = 'detective.coverage' AND name = 'services'
),
limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'detective.coverage' AND name = 'hours'
),
named AS (
  SELECT d.account_id,
         d.region,
         d.state,
         d.unread_reason,
         CASE d.service
           WHEN 'access-analyzer' THEN 'IAM Access Analyzer'
           WHEN 'cloudtrail' THEN 'AWS CloudTrail'
           WHEN 'config' THEN 'AWS Config'
           WHEN 'guardduty' THEN 'Amazon GuardDuty'
           ELSE 'AWS Security Hub'
         END AS service,
         d.state IN ('OWN', 'ORGANIZATION') AND d.seen_at < d.collected_at - l.hours * INTERVAL '1' HOUR AS stale
  FROM detective_coverage d
  CROSS JOIN wanted w
  CROSS JOIN limits l
  WHERE contains(w.services, d.service)
),
counted AS (
  SELECT account_id,
         region,
         array_join(array_agg(service ORDER BY service) FILTER (WHERE state = 'OFF'), ', ') AS off,
         array_join(array_agg(service ORDER BY service) FILTER (WHERE state = 'PARTIAL'), ', ') AS part,
         array_join(array_agg(service ORDER BY service) FILTER (WHERE state = 'UNKNOWN'), ', ') AS unknown,
         min(unread_reason) FILTER (WHERE state = 'UNKNOWN') AS unread_reason,
         min(unread_reason) FILTER (WHERE state = 'NOT_AVAILABLE') AS nothing_reason,
         array_join(array_agg(service ORDER BY service) FILTER (WHERE stale), ', ') AS stale,
         array_join(array_agg(service ORDER BY service) FILTER (WHERE state IN ('OWN', 'ORGANIZATION')), ', ') AS seeing
  FROM named
  GROUP BY account_id, region
),
judged AS (
  SELECT n.account_id,
         n.region,
         n.account_id AS resource_id,
         CASE
           WHEN n.off IS NOT NULL AND n.part IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Off: ' || n.off || '. On in part only: ' || n.part || '.']
           WHEN n.off IS NOT NULL THEN ARRAY['NON_COMPLIANT', 'Off: ' || n.off || '.']
           WHEN n.part IS NOT NULL THEN ARRAY['NON_COMPLIANT', 'On in part only: ' || n.part || '.']
           WHEN n.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', n.unread_reason]
           WHEN n.unknown IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nobody could tell of ' || n.unknown || ' whether it is on.']
           WHEN n.stale IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', n.stale || ' last showed more than ' || CAST(l.hours AS varchar)
               || ' hours ago that it works.']
           WHEN n.seeing IS NOT NULL THEN ARRAY['COMPLIANT', 'All of ' || n.seeing || ' are on here.']
           ELSE ARRAY['NOT_APPLICABLE', n.nothing_reason]
         END AS outcome
  FROM counted n
  CROSS JOIN limits l
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
