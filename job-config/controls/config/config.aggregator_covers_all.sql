/*
id: config.aggregator_covers_all
version: 1
severity: MEDIUM
title:
  en: An organization aggregator takes in every account and Region
  ja: 組織アグリゲータがすべてのアカウントとリージョンを集約している
remediation:
  en: In the management account or AWS Config's delegated administrator, create an organization aggregator for all Regions; where it fails, repair the recorder there.
  ja: 管理アカウントまたはAWS Configの委任管理者で全リージョン対象の組織アグリゲータを作成し、集約に失敗しているアカウントでは設定レコーダーを修正してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "aggregator {0} in account {1}": "アカウント{1}のアグリゲータ{0}"
  "Aggregator {0} in account {1}": "アカウント{1}のアグリゲータ{0}"
  "Whether the organization has an aggregator could not be read in account {0}: {1}":
    "組織アグリゲータがあるかどうかを、アカウント{0}で読み取れませんでした。{1}"
  "AWS Config does not say what aggregator {0} takes in.": "アグリゲータ{0}の集約対象を、AWS Configが示していません。"
  "{0} last failed to take in this account and Region.":
    "{0}が、このアカウントとリージョンの直近の集約に失敗しています。"
  "No organization aggregator takes in this Region.": "このリージョンを集約する組織アグリゲータがありません。"
  "No organization aggregator takes in this Region, for which account {0} answers.":
    "このリージョンを集約する組織アグリゲータがありません。管理アカウント{0}で判定しています。"
  "Nobody said whether the account belongs to an organization.":
    "アカウントが組織に属しているかどうかを確認できません。"
sources: [config-recorder, config-aggregator, organizations-delegation]
csf20:
  primary: PR.PS-01
  reason: Configuration is managed across accounts only where it is seen across them.
csf11:
  primary: PR.IP-1
  reason: A baseline is held across accounts only where they are seen together.
*/
WITH taken_in AS (
  SELECT g.account_id, g.region AS home_region, g.arn, r.region
  FROM config_aggregator g
  CROSS JOIN UNNEST(g.regions) AS r(region)
  WHERE g.organization
  UNION
  SELECT g.account_id, g.region AS home_region, g.arn, c.region
  FROM config_aggregator g
  CROSS JOIN (SELECT DISTINCT region FROM coverage WHERE source = 'config-recorder') c
  WHERE g.organization AND g.all_regions
),
failing AS (
  SELECT g.arn, f.source
  FROM config_aggregator g
  CROSS JOIN UNNEST(g.failed_sources) AS f(source)
),
reached AS (
  SELECT c.account_id,
         c.region,
         min('aggregator ' || t.arn || ' in account ' || t.account_id) FILTER (WHERE f.arn IS NULL) AS covering,
         min('Aggregator ' || t.arn || ' in account ' || t.account_id) FILTER (WHERE f.arn IS NOT NULL) AS failing
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id AND a.management IS NOT NULL
  JOIN taken_in t ON t.region = c.region
  LEFT JOIN failing f ON f.arn = t.arn AND f.source = c.account_id || '/' || c.region
  WHERE c.source = 'config-recorder'
  GROUP BY c.account_id, c.region
),
-- an aggregator could be at home in any Region of whoever administers AWS Config
unread AS (
  SELECT min(reason) AS reason
  FROM (
    SELECT 'Whether the organization has an aggregator could not be read in account ' || account_id || ': '
             || unread_reason AS reason
    FROM coverage
    WHERE source IN ('config-aggregator', 'organizations-delegation') AND unread_verdict = 'INSUFFICIENT_DATA'
    UNION ALL
    SELECT 'AWS Config does not say what aggregator ' || arn || ' takes in.' AS reason
    FROM config_aggregator
    WHERE organization IS NULL OR (organization AND all_regions IS NULL)
  ) open
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.covering IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered by ' || r.covering || '.']
           WHEN u.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', u.reason]
           WHEN r.failing IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', r.failing || ' last failed to take in this account and Region.']
           WHEN a.management THEN ARRAY['NON_COMPLIANT', 'No organization aggregator takes in this Region.']
           WHEN NOT a.management THEN
             ARRAY['NOT_APPLICABLE', 'No organization aggregator takes in this Region, for which account '
               || m.account_id || ' answers.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Nobody said whether the account belongs to an organization.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  CROSS JOIN unread u
  LEFT JOIN reached r ON r.account_id = c.account_id AND r.region = c.region
  LEFT JOIN account m ON m.management
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
