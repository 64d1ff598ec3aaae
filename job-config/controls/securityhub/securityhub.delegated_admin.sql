/*
id: securityhub.delegated_admin
version: 1
severity: MEDIUM
title:
  en: One member account administers Security Hub in every Region
  ja: すべてのリージョンで同じメンバーアカウントがSecurity Hubの委任管理者になっている
remediation:
  en: In the management account, make the audit account Security Hub's delegated administrator, in every Region.
  ja: 管理アカウントで、監査アカウントをすべてのリージョンでSecurity Hubの委任管理者に指定してください。
reasons:
  "Whoever administers Security Hub needs no entry to the management account.": "Security Hubの管理者は、管理アカウントにアクセスする必要がありません。"
  "Account {0} answers for the organization in this Region.": "このリージョンでは、アカウント{0}で組織全体を判定しています。"
  "Nobody was asked for the organization in this Region.": "このリージョンでは、組織についての照会先がありません。"
  "Nobody administers Security Hub for the organization in this Region.": "このリージョンには、Security Hubの管理者がいません。"
  "Several accounts administer Security Hub in this Region: {0}.": "このリージョンには、Security Hubの管理者が複数います({0})。"
  "The administrator {0} is being removed.": "管理者{0}は解除処理中です。"
  "The management account itself administers Security Hub.": "管理アカウント自身がSecurity Hubの管理者になっています。"
  "The administrator {0} is not active.": "管理者{0}が有効なアカウントではありません。"
  "The administrator {0} is not on the roster.": "管理者{0}が監査対象の一覧にありません。"
  "Who administers Security Hub for the organization could not be read in account {0}: {1}":
    "Security Hubの委任管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Security Hub's list has account {0} in this Region, which Organizations does not name as an administrator.":
    "このリージョンのSecurity Hubの一覧にあるアカウント{0}が、Organizationsの委任管理者の一覧にありません。"
  "Security Hub's list has account {0} in {1}, which Organizations does not name as an administrator.":
    "{1}のSecurity Hubの一覧にあるアカウント{0}が、Organizationsの委任管理者の一覧にありません。"
  "Organizations names account {0} as an administrator of Security Hub, which Security Hub has on no list.":
    "OrganizationsがSecurity Hubの委任管理者とするアカウント{0}が、Security Hubのどの一覧にもありません。"
  "Who administers Security Hub in {0} could not be read: {1}": "{0}でのSecurity Hubの管理者を読み取れませんでした。{1}"
  "Account {0} administers Security Hub in this Region, and account {1} in {2}.":
    "このリージョンではアカウント{0}が、{2}ではアカウント{1}がSecurity Hubの管理者になっています。"
  "Account {0} administers Security Hub wherever anybody does.":
    "Security Hubの管理者は、管理者がいるすべてのリージョンでアカウント{0}です。"
sources: [securityhub, securityhub-administrators, organizations-delegation]
age: none because the lists of administrators are of the moment in which they are read
csf20:
  primary: PR.AA-05
  reason: Whoever administers Security Hub needs no entry to the management account.
csf11:
  primary: PR.AC-4
  reason: Whoever administers Security Hub needs no entry to the management account.
*/
WITH asked AS (
  SELECT account_id, region, status, unread_verdict, unread_reason
  FROM coverage
  WHERE source = 'securityhub-administrators'
),
first_asked AS (
  SELECT region,
         min(account_id) AS account_id,
         min('Who administers Security Hub for the organization could not be read in account ' || account_id || ': ' || unread_reason)
           FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA') AS unread
  FROM asked
  GROUP BY region
),
listed AS (
  SELECT g.account_id,
         g.region,
         count(DISTINCT g.administrator_id) AS administrators,
         min(g.administrator_id) AS administrator_id,
         array_join(array_agg(DISTINCT g.administrator_id ORDER BY g.administrator_id), ', ') AS all_of_them,
         bool_or(g.status <> 'ENABLED') AS leaving
  FROM securityhub_administrator g
  GROUP BY g.account_id, g.region
),
delegated AS (
  SELECT DISTINCT administrator_id
  FROM delegated_administrator
  WHERE service_principal LIKE 'securityhub.amazonaws.%'
),
organizations AS (
  SELECT min('Who administers Security Hub for the organization could not be read in account ' || account_id || ': '
           || unread_reason) AS reason
  FROM coverage
  WHERE source = 'organizations-delegation' AND unread_verdict = 'INSUFFICIENT_DATA'
),
-- on Security Hub's list alone
unknown AS (
  SELECT g.region, min(g.administrator_id) AS administrator_id
  FROM securityhub_administrator g
  LEFT JOIN delegated d ON d.administrator_id = g.administrator_id
  WHERE d.administrator_id IS NULL
  GROUP BY g.region
),
unknown_anywhere AS (
  SELECT min('Security Hub''s list has account ' || administrator_id || ' in ' || region
           || ', which Organizations does not name as an administrator.') AS reason
  FROM unknown
),
-- on Organizations' list alone
unlisted AS (
  SELECT min('Organizations names account ' || d.administrator_id
           || ' as an administrator of Security Hub, which Security Hub has on no list.') AS reason
  FROM delegated d
  LEFT JOIN securityhub_administrator g ON g.administrator_id = d.administrator_id
  WHERE g.administrator_id IS NULL
),
unread AS (
  SELECT min('Who administers Security Hub in ' || region || ' could not be read: ' || unread_reason) AS reason
  FROM asked
  WHERE unread_verdict = 'INSUFFICIENT_DATA'
),
elsewhere AS (
  SELECT l.region, min(o.administrator_id || ' in ' || o.region) AS other
  FROM listed l
  JOIN listed o ON o.administrator_id <> l.administrator_id
  GROUP BY l.region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN k.account_id IS NULL AND n.unread IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', n.unread]
           WHEN k.account_id IS NULL AND n.account_id IS NOT NULL THEN
             ARRAY['NOT_APPLICABLE', 'Account ' || n.account_id || ' answers for the organization in this Region.']
           WHEN k.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nobody was asked for the organization in this Region.']
           WHEN k.unread_verdict IS NOT NULL THEN ARRAY[k.unread_verdict, k.unread_reason]
           WHEN l.administrator_id IS NULL THEN
             ARRAY['NON_COMPLIANT', 'Nobody administers Security Hub for the organization in this Region.']
           WHEN l.administrators > 1 THEN
             ARRAY['NON_COMPLIANT', 'Several accounts administer Security Hub in this Region: ' || l.all_of_them || '.']
           WHEN l.leaving THEN
             ARRAY['NON_COMPLIANT', 'The administrator ' || l.administrator_id || ' is being removed.']
           WHEN l.administrator_id = l.account_id THEN
             ARRAY['NON_COMPLIANT', 'The management account itself administers Security Hub.']
           WHEN a.state <> 'ACTIVE' THEN
             ARRAY['NON_COMPLIANT', 'The administrator ' || l.administrator_id || ' is not active.']
           WHEN r.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', r.reason]
           WHEN u.administrator_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Security Hub''s list has account ' || u.administrator_id
               || ' in this Region, which Organizations does not name as an administrator.']
           WHEN w.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', w.reason]
           WHEN e.other IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Account ' || l.administrator_id || ' administers Security Hub in this Region, and account '
               || e.other || '.']
           WHEN a.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The administrator ' || l.administrator_id || ' is not on the roster.']
           WHEN x.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', x.reason]
           WHEN d.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', d.reason]
           ELSE ARRAY['COMPLIANT', 'Account ' || l.administrator_id || ' administers Security Hub wherever anybody does.']
         END AS outcome
  FROM coverage c
  CROSS JOIN organizations r
  CROSS JOIN unknown_anywhere w
  CROSS JOIN unlisted d
  CROSS JOIN unread x
  LEFT JOIN asked k ON k.account_id = c.account_id AND k.region = c.region
  LEFT JOIN first_asked n ON n.region = c.region
  LEFT JOIN listed l ON l.account_id = c.account_id AND l.region = c.region
  LEFT JOIN account a ON a.account_id = l.administrator_id
  LEFT JOIN unknown u ON u.region = c.region
  LEFT JOIN elsewhere e ON e.region = c.region
  WHERE c.source = 'securityhub'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
