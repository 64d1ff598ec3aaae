/*
id: account.regions_asked
version: 1
severity: MEDIUM
title:
  en: Every Region that an account has enabled is asked
  ja: アカウントで有効なすべてのリージョンが監査の対象になっている
remediation:
  en: Add the Regions to the configuration's key 'regions', or leave the key out; disable in the account what nobody uses.
    Where a policy closes the Regions that AWS enables by default, set the parameter 'default_regions' to false.
  ja: 設定の「regions」にリージョンを追加するか、このキーを削除してください。使用していないリージョンは、アカウントで無効にしてください。
    AWSがデフォルトで有効にするリージョンをポリシーで禁止している場合は、パラメーター「default_regions」をfalseに設定してください。
reasons:
  "Enabled in this account, and no Region of the night: {0}.": "このアカウントで有効ですが、この夜の対象リージョンではありません。{0}"
  "Enabled in this account, and left out by configuration or flags: {0}.":
    "このアカウントで有効ですが、設定またはフラグにより対象外です。{0}"
  "The account's list of Regions is empty, and no account has none.": "アカウントのリージョン一覧が空ですが、リージョンのないアカウントはありません。"
  "Every Region that the account has enabled was asked.": "アカウントで有効なすべてのリージョンを対象にしました。"
  "Every Region that somebody enabled in this account was asked; enabled by default, and no Region of the night: {0}.":
    "このアカウントで意図的に有効にされたすべてのリージョンを対象にしました。デフォルトで有効ですが、この夜の対象リージョンではありません。{0}"
parameters:
  default_regions:
    type: boolean
    default: true
    meaning:
      en: Whether a Region that AWS enables in every account is to be asked too where Regions are configured.
      ja: リージョンを設定している場合に、AWSがすべてのアカウントでデフォルトで有効にするリージョンも対象とすべきかどうか。
sources: [account-regions]
age: none because the list of Regions is of the moment in which it was read
csf20:
  primary: DE.CM-09
  reason: What runs in a Region that nobody looks at is not monitored.
  secondary:
    PR.PS-01: Configuration is managed only in Regions that somebody looks at.
csf11:
  primary: DE.CM-7
  reason: What runs in a Region that nobody looks at is not monitored.
  secondary:
    PR.IP-1: A baseline is held only in Regions that somebody looks at.
*/
-- what was asked about single things that were found is no look at their Region
WITH wanted AS (
  SELECT value = 'true' AS by_default
  FROM parameter
  WHERE control_id = 'account.regions_asked' AND name = 'default_regions'
),
night AS (
  SELECT account_id, region, count_if(status <> 'EXCLUDED') = 0 AS excluded
  FROM coverage
  WHERE region <> 'global' AND resource_id IS NULL
  GROUP BY account_id, region
),
outside AS (
  SELECT r.account_id,
         array_agg(r.name ORDER BY r.name)
           FILTER (WHERE n.region IS NULL AND (w.by_default OR r.opt_status <> 'ENABLED_BY_DEFAULT')) AS unknown,
         array_agg(r.name ORDER BY r.name) FILTER (WHERE n.region IS NULL) AS unasked,
         array_agg(r.name ORDER BY r.name) FILTER (WHERE n.excluded) AS excluded
  FROM account_region r
  CROSS JOIN wanted w
  LEFT JOIN night n ON n.account_id = r.account_id AND n.region = r.name
  WHERE r.opt_status <> 'DISABLED' AND coalesce(n.excluded, true)
  GROUP BY r.account_id
),
listed AS (
  SELECT DISTINCT account_id FROM account_region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN o.unknown IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Enabled in this account, and no Region of the night: '
               || array_join(o.unknown, ', ') || '.']
           WHEN o.excluded IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Enabled in this account, and left out by configuration or flags: '
               || array_join(o.excluded, ', ') || '.']
           WHEN l.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The account''s list of Regions is empty, and no account has none.']
           WHEN o.unasked IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Every Region that somebody enabled in this account was asked; enabled by default,'
               || ' and no Region of the night: ' || array_join(o.unasked, ', ') || '.']
           ELSE ARRAY['COMPLIANT', 'Every Region that the account has enabled was asked.']
         END AS outcome
  FROM coverage c
  LEFT JOIN outside o ON o.account_id = c.account_id
  LEFT JOIN listed l ON l.account_id = c.account_id
  WHERE c.source = 'account-regions'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
