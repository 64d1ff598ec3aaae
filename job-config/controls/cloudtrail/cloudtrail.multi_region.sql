/*
id: cloudtrail.multi_region
version: 2
severity: HIGH
title:
  en: A trail of all Regions records the account
  ja: 全リージョン対象の証跡がアカウントを記録している
remediation:
  en: Create a trail for all Regions, best as an organization trail in the management account.
  ja: 全リージョン対象の証跡を、できれば管理アカウントの組織の証跡として作成してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "Covered in part by {0}: {1}.": "{0}の対象ですが、一部のイベントは記録されません({1})。"
  "No trail of all Regions that is logging records management events of this account.":
    "このアカウントの管理イベントを記録している、全リージョン対象でログ記録中の証跡がありません。"
  "A trail that shows here could not be read where it is at home: {0}":
    "ここに表示される証跡を、そのホームリージョンで読み取れませんでした。{0}"
  "Whether the organization has a trail here could not be read in account {0}: {1}":
    "このリージョンに組織の証跡があるかどうかを、アカウント{0}で読み取れませんでした。{1}"
  "The trail {0} shows here, but not in account {1}, which owns it.":
    "証跡{0}はここに表示されますが、所有アカウント{1}には表示されません。"
  "The organization trail {0} is to record this account, but does not show in it.":
    "組織の証跡{0}がこのアカウントを記録するはずですが、このアカウントには表示されません。"
  "What {0} records is not known, since its selectors name {1}.":
    "証跡{0}のセレクターに{1}が含まれるため、記録される内容を判断できません。"
  "Management events are recorded in part only: {0}.": "管理イベントの一部のみが記録されています({0})。"
sources: [cloudtrail, cloudtrail-elsewhere]
age: none because whether a trail is logging, and what it is to record, is of the moment in which it was read
csf20:
  primary: PR.PS-04
  reason: Regions that nobody thinks of are logged only by a trail of all Regions.
  secondary:
    DE.CM-03: Intruders work in Regions that nobody uses.
csf11:
  primary: PR.PT-1
  reason: Regions that nobody thinks of are logged only by a trail of all Regions.
  secondary:
    DE.CM-3: Intruders work in Regions that nobody uses.
*/
WITH covering AS (
  SELECT account_id,
         min(arn) FILTER (WHERE broad AND conditions IS NULL) AS arn,
         min(arn || ': ' || conditions) FILTER (WHERE broad) AS narrowed,
         min(conditions) AS conditions,
         min('What ' || arn || ' records is not known, since its selectors name ' || unknown || '.') AS unknown_reason
  FROM trail_reach
  WHERE multi_region
  GROUP BY account_id
),
unread AS (
  SELECT account_id, min(unread_reason) AS reason FROM trail_coverage GROUP BY account_id
),
judged AS (
  SELECT e.account_id,
         'global' AS region,
         e.account_id AS resource_id,
         CASE
           WHEN e.unread_verdict = 'NOT_APPLICABLE' OR e.status = 'EXCLUDED' THEN
             ARRAY[e.unread_verdict, e.unread_reason]
           WHEN c.arn IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered by ' || c.arn || '.']
           WHEN c.narrowed IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered in part by ' || c.narrowed || '.']
           WHEN u.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', u.reason]
           WHEN c.unknown_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', c.unknown_reason]
           WHEN c.conditions IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Management events are recorded in part only: ' || c.conditions || '.']
           ELSE
             ARRAY['NON_COMPLIANT',
               'No trail of all Regions that is logging records management events of this account.']
         END AS outcome
  FROM coverage e
  LEFT JOIN covering c ON c.account_id = e.account_id
  LEFT JOIN unread u ON u.account_id = e.account_id
  WHERE e.source = 'cloudtrail-elsewhere'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
