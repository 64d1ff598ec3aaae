/*
id: cloudtrail.org_trail
version: 2
severity: HIGH
title:
  en: An organization trail records the account
  ja: 組織の証跡がアカウントを記録している
remediation:
  en: Create an organization trail for all Regions in the management account or its delegated administrator, or start the stopped one.
  ja: 管理アカウントまたは委任管理者で全リージョン対象の組織の証跡を作成するか、停止している組織の証跡を開始してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "Covered in part by {0}: {1}.": "{0}の対象ですが、一部のイベントは記録されません({1})。"
  "trail {0} in account {1}": "アカウント{1}の証跡{0}"
  "Nobody said whether the account belongs to an organization.":
    "アカウントが組織に属しているかどうかを確認できません。"
  "Whether the organization has a trail could not be read in account {0}: {1}":
    "組織の証跡があるかどうかを、アカウント{0}で読み取れませんでした。{1}"
  "No organization trail that is logging records management events.":
    "管理イベントを記録している、ログ記録中の組織の証跡がありません。"
  "No organization trail that is logging records management events, for which account {0} answers.":
    "管理イベントを記録している、ログ記録中の組織の証跡がありません。管理アカウント{0}で判定しています。"
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
  reason: Log records that members cannot switch off stay available.
  secondary:
    DE.CM-03: It shows who did what in every account, new ones included.
csf11:
  primary: PR.PT-1
  reason: Log records that members cannot switch off stay available.
  secondary:
    DE.CM-3: It shows who did what in every account, new ones included.
*/
WITH covering AS (
  SELECT account_id,
         min('trail ' || arn || ' in account ' || owner_account_id) FILTER (WHERE broad AND conditions IS NULL) AS trail,
         min('trail ' || arn || ' in account ' || owner_account_id || ': ' || conditions) FILTER (WHERE broad) AS narrowed,
         min(conditions) AS conditions,
         min('What ' || arn || ' records is not known, since its selectors name ' || unknown || '.') AS unknown_reason
  FROM trail_reach
  WHERE organization_trail
  GROUP BY account_id
),
unread AS (
  SELECT account_id, min(unread_reason) AS reason FROM trail_coverage GROUP BY account_id
),
unseen AS (
  SELECT account_id, min(arn) AS arn FROM trail_unseen GROUP BY account_id
),
judged AS (
  SELECT e.account_id,
         'global' AS region,
         e.account_id AS resource_id,
         CASE
           WHEN e.unread_verdict = 'NOT_APPLICABLE' OR e.status = 'EXCLUDED' THEN
             ARRAY[e.unread_verdict, e.unread_reason]
           WHEN c.trail IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered by ' || c.trail || '.']
           WHEN c.narrowed IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered in part by ' || c.narrowed || '.']
           WHEN m.account_id IS NULL AND own.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', own.reason]
           WHEN m.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nobody said whether the account belongs to an organization.']
           WHEN u.reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the organization has a trail could not be read in account '
               || m.account_id || ': ' || u.reason]
           WHEN x.arn IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The organization trail ' || x.arn
               || ' is to record this account, but does not show in it.']
           WHEN c.unknown_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', c.unknown_reason]
           WHEN c.conditions IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Management events are recorded in part only: ' || c.conditions || '.']
           WHEN m.account_id = e.account_id THEN
             ARRAY['NON_COMPLIANT', 'No organization trail that is logging records management events.']
           ELSE
             ARRAY['NOT_APPLICABLE',
               'No organization trail that is logging records management events, for which account '
                 || m.account_id || ' answers.']
         END AS outcome
  FROM coverage e
  LEFT JOIN covering c ON c.account_id = e.account_id
  LEFT JOIN account m ON m.management
  LEFT JOIN unread u ON u.account_id = m.account_id
  LEFT JOIN unread own ON own.account_id = e.account_id
  LEFT JOIN unseen x ON x.account_id = e.account_id
  WHERE e.source = 'cloudtrail-elsewhere'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
