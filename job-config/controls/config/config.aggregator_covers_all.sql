/*
id: config.aggregator_covers_all
version: 2
severity: MEDIUM
title:
  en: An organization aggregator takes in every account and Region
  ja: 組織アグリゲータがすべてのアカウントとリージョンを集約している
remediation:
  en: In the management account or AWS Config's delegated administrator, create an organization aggregator for all Regions; where it fails, repair the recorder there.
  ja: 管理アカウントまたはAWS Configの委任管理者で全リージョン対象の組織アグリゲータを作成し、集約に失敗しているアカウントでは設定レコーダーを修正してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "aggregator {0} in account {1}, last on {2}": "アカウント{1}のアグリゲータ{0}(最終集約日{2})"
  "Aggregator {0} in account {1}": "アカウント{1}のアグリゲータ{0}"
  "Whether the organization has an aggregator could not be read in account {0}: {1}":
    "組織アグリゲータがあるかどうかを、アカウント{0}で読み取れませんでした。{1}"
  "AWS Config does not say what aggregator {0} takes in.": "アグリゲータ{0}の集約対象を、AWS Configが示していません。"
  "{0} last failed to take in this account and Region: {1}.":
    "{0}が、このアカウントとリージョンの直近の集約に失敗しています({1})。"
  "{0} last failed to take in the organization: {1}.": "{0}が、組織の直近の集約に失敗しています({1})。"
  "no error code": "エラーコードなし"
  "{0} takes in some resources only.": "{0}は、一部のリソースのみを集約しています。"
  "{0} does not name this account and Region among those that it takes in.":
    "{0}の集約対象の一覧に、このアカウントとリージョンがありません。"
  "{0} does not say that it has taken in this account and Region lately.":
    "{0}が、このアカウントとリージョンを最近集約したことを確認できません。"
  "{0} last took in this account and Region on {1}.": "{0}がこのアカウントとリージョンを最後に集約したのは{1}です。"
  "No organization aggregator takes in this Region.": "このリージョンを集約する組織アグリゲータがありません。"
  "There is no organization aggregator, for which account {0} answers.":
    "組織アグリゲータがありません。管理アカウント{0}で判定しています。"
  "Nobody said whether the account belongs to an organization.":
    "アカウントが組織に属しているかどうかを確認できません。"
sources: [config-recorder, config-aggregator, organizations-delegation]
parameters:
  hours:
    type: number
    default: 168
    meaning:
      en: For how many hours after its last update an aggregator counts as taking an account in.
      ja: 最後の更新から何時間まで、アグリゲータがアカウントを集約中とみなすか。
age: aggregation.updated_at
csf20:
  primary: PR.PS-01
  reason: Configuration is managed across accounts only where it is seen across them.
csf11:
  primary: PR.IP-1
  reason: A baseline is held across accounts only where they are seen together.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'config.aggregator_covers_all' AND name = 'hours'
),
aged AS (
  SELECT g.account_id,
         g.region,
         g.state,
         g.whole,
         g.named,
         g.error_code,
         g.updated_at,
         g.aggregator_arn || ' in account ' || g.aggregator_account_id AS aggregator,
         CASE
           WHEN g.state = 'SUCCEEDED' AND g.updated_at >= c.collected_at - l.hours * INTERVAL '1' HOUR THEN 'COVERING'
           WHEN g.state = 'SUCCEEDED' AND g.updated_at IS NOT NULL THEN 'OLD'
           WHEN g.state = 'SUCCEEDED' THEN 'UNKNOWN'
           ELSE g.state
         END AS means
  FROM aggregation g
  JOIN coverage c ON c.source = 'config-recorder' AND c.account_id = g.account_id AND c.region = g.region
  CROSS JOIN limits l
),
-- one aggregator that takes in is enough; of one that nobody can tell of, it is not known
reached AS (
  SELECT account_id,
         region,
         min('aggregator ' || aggregator || ', last on ' || CAST(CAST(updated_at AS date) AS varchar))
           FILTER (WHERE means = 'COVERING') AS covering,
         min('Aggregator ' || aggregator || CASE
           WHEN means = 'OLD' THEN
             ' last took in this account and Region on ' || CAST(CAST(updated_at AS date) AS varchar) || '.'
           WHEN named THEN ' does not say that it has taken in this account and Region lately.'
           ELSE ' does not name this account and Region among those that it takes in.'
         END) FILTER (WHERE means IN ('OLD', 'UNKNOWN')) AS unknown,
         min('Aggregator ' || aggregator || CASE
           WHEN whole THEN ' last failed to take in the organization: '
           ELSE ' last failed to take in this account and Region: '
         END || coalesce(error_code, 'no error code') || '.') FILTER (WHERE means = 'FAILED') AS failing,
         min('Aggregator ' || aggregator || ' takes in some resources only.')
           FILTER (WHERE means = 'NARROWED') AS narrowed
  FROM aged
  GROUP BY account_id, region
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
known AS (
  SELECT count(*) AS aggregators FROM config_aggregator WHERE organization
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
           WHEN r.unknown IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', r.unknown]
           WHEN r.failing IS NOT NULL THEN ARRAY['NON_COMPLIANT', r.failing]
           WHEN r.narrowed IS NOT NULL THEN ARRAY['NON_COMPLIANT', r.narrowed]
           WHEN NOT a.management AND k.aggregators > 0 AND c.unread_verdict IS NOT NULL THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.management OR (NOT a.management AND k.aggregators > 0) THEN
             ARRAY['NON_COMPLIANT', 'No organization aggregator takes in this Region.']
           WHEN NOT a.management THEN
             ARRAY['NOT_APPLICABLE', 'There is no organization aggregator, for which account ' || m.account_id
               || ' answers.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Nobody said whether the account belongs to an organization.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  CROSS JOIN unread u
  CROSS JOIN known k
  LEFT JOIN reached r ON r.account_id = c.account_id AND r.region = c.region
  LEFT JOIN account m ON m.management
  WHERE c.source = 'config-recorder'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
