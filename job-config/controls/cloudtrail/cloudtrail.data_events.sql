/*
id: cloudtrail.data_events
version: 1
severity: LOW
title:
  en: A trail records data events in every Region
  ja: すべてのリージョンで証跡がデータイベントを記録している
remediation:
  en: Add data events to a trail's selectors, at least those of the buckets that hold sensitive data.
  ja: 少なくとも機密データを保管するバケットについて、証跡のセレクターにデータイベントを追加してください。
reasons:
  "Data events are recorded by {0}.": "{0}がデータイベントを記録しています。"
  "CloudTrail does not say whether {0} records data events.":
    "{0}がデータイベントを記録しているかどうかを、CloudTrailが示していません。"
  "No trail that is logging records data events here.":
    "このリージョンでデータイベントを記録している、ログ記録中の証跡がありません。"
  "A trail that shows here could not be read where it is at home: {0}":
    "ここに表示される証跡を、そのホームリージョンで読み取れませんでした。{0}"
  "Whether the organization has a trail here could not be read in account {0}: {1}":
    "このリージョンに組織の証跡があるかどうかを、アカウント{0}で読み取れませんでした。{1}"
sources: [cloudtrail, cloudtrail-elsewhere, organizations-delegation]
csf20:
  primary: PR.PS-04
  reason: Reading and writing of data is logged by data events only.
  secondary:
    DE.CM-03: Data events show who read what.
csf11:
  primary: PR.PT-1
  reason: Reading and writing of data is logged by data events only.
  secondary:
    DE.CM-3: Data events show who read what.
*/
WITH recording AS (
  SELECT account_id,
         region,
         min(arn) FILTER (WHERE data_events) AS arn,
         min(arn) FILTER (WHERE data_events IS NULL) AS silent_arn
  FROM trail_reach
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.arn IS NOT NULL THEN ARRAY['COMPLIANT', 'Data events are recorded by ' || r.arn || '.']
           WHEN t.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unread_reason]
           WHEN r.silent_arn IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether ' || r.silent_arn || ' records data events.']
           ELSE ARRAY['NON_COMPLIANT', 'No trail that is logging records data events here.']
         END AS outcome
  FROM coverage c
  JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
  LEFT JOIN recording r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'cloudtrail'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
