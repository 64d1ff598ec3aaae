/*
below: guardduty
order: 1
heading: {en: Administrators, ja: 管理者}
sources: [guardduty-administrators, guardduty-organization]
dataset: guardduty_administrator
empty:
  en: "Nothing: nobody administers GuardDuty for the organization, as far as could be read."
  ja: ありません。読み取れた範囲では、GuardDutyの管理者はいません。
words:
  auto_enable:
    ALL: {en: All accounts, ja: 全アカウント, tone: good}
    NEW: {en: New accounts, ja: 新しいアカウント, tone: good}
    NONE: {en: Nobody, ja: なし, tone: bad}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: own_list, width: 22, head: {en: "GuardDuty's own list", ja: GuardDutyの一覧}}
- {name: delegated, kind: flag, head: {en: "Organizations' list", ja: Organizationsの一覧}}
- {name: whom, kind: word, width: 20, words: auto_enable, head: {en: Turned on by itself for, ja: 自動有効化の対象}}
- {name: nobody, kind: list, width: 36, head: {en: Features turned on for nobody, ja: 自動有効化しない機能}}
- {name: full, kind: flag, head: {en: Takes in no more, ja: メンバー数が上限}}
- {name: members, kind: number, head: {en: Enabled members, ja: 有効なメンバー数}}
*/
WITH delegated AS (
  SELECT DISTINCT administrator_id FROM delegated_administrator WHERE service_principal LIKE 'guardduty.amazonaws.%'
),
named AS (
  SELECT administrator_id, region, min(status) AS own_list
  FROM guardduty_administrator
  GROUP BY administrator_id, region
  UNION ALL
  SELECT d.administrator_id, NULL AS region, NULL AS own_list
  FROM delegated d
  LEFT JOIN guardduty_administrator g ON g.administrator_id = d.administrator_id
  WHERE g.administrator_id IS NULL
),
members AS (
  SELECT administrator_id, region, count(*) AS members
  FROM guardduty_member
  WHERE relationship_status = 'Enabled'
  GROUP BY administrator_id, region
),
features AS (
  SELECT account_id, region, array_agg(feature ORDER BY feature) AS nobody
  FROM guardduty_organization_feature
  WHERE auto_enable = 'NONE'
  GROUP BY account_id, region
)
SELECT n.administrator_id AS account, a.name AS account_name, n.region, n.own_list,
  CASE WHEN c.unread_verdict IS NULL THEN d.administrator_id IS NOT NULL END AS delegated,
  o.auto_enable_members AS whom, f.nobody, o.member_account_limit_reached AS full, m.members
FROM named n
CROSS JOIN (SELECT min(unread_verdict) AS unread_verdict FROM coverage WHERE source = 'organizations-delegation') c
LEFT JOIN account a ON a.account_id = n.administrator_id
LEFT JOIN delegated d ON d.administrator_id = n.administrator_id
LEFT JOIN guardduty_organization o ON o.account_id = n.administrator_id AND o.region = n.region
LEFT JOIN features f ON f.account_id = n.administrator_id AND f.region = n.region
LEFT JOIN members m ON m.administrator_id = n.administrator_id AND m.region = n.region
ORDER BY n.administrator_id, n.region
