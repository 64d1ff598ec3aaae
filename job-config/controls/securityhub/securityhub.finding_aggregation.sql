/*
id: securityhub.finding_aggregation
version: 1
severity: MEDIUM
title:
  en: The findings of every account and Region come together in one Region
  ja: すべてのアカウントとリージョンの検出結果が1つのリージョンに集約されている
remediation:
  en: In Security Hub's administrator, create a finding aggregator for all Regions, and make the account a member.
  ja: Security Hubの委任管理者で、全リージョン対象の検出結果の集約を設定し、アカウントをメンバーにしてください。
reasons:
  "What is found in several Regions and accounts is correlated where it is together.": "複数のリージョンとアカウントの検出結果は、集約されてこそ相関分析できます。"
  "Whoever is to act on findings sees all of them.": "対応する担当者が、すべての検出結果を確認できます。"
  "Its findings come to {0} of account {1}.": "検出結果は、アカウント{1}の{0}に集約されています。"
  "Which Regions send their findings home could not be read in account {0}: {1}":
    "どのリージョンの検出結果が集約されているかを、アカウント{0}で読み取れませんでした。{1}"
  "Its administrator could not be read in account {0}: {1}": "管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Its members could not be read in account {0}: {1}": "メンバーの一覧を、アカウント{0}で読み取れませんでした。{1}"
  "The administrator {0} answers for the organization, and its own Security Hub is off in this Region.":
    "管理者{0}は組織について回答していますが、このリージョンでは管理者自身のSecurity Hubが無効です。"
  "Nobody was asked for the organization in this Region.": "このリージョンでは、組織についての照会先がありません。"
  "Nobody administers Security Hub for the organization in this Region.":
    "このリージョンには、Security Hubの管理者がいません。"
  "Nobody administers Security Hub for the organization, for which account {0} answers.":
    "Security Hubの管理者がいません。アカウント{0}で判定しています。"
  "The administrator's own Security Hub is off in this Region.": "このリージョンでは、管理者自身のSecurity Hubが無効です。"
  "The administrator brings the findings of no Regions together.": "管理者が、リージョン間の検出結果の集約を設定していません。"
  "No Regions' findings are brought together, for which account {0} answers.":
    "リージョン間の検出結果の集約が設定されていません。アカウント{0}で判定しています。"
  "The home Region of account {0} does not take in this Region.":
    "アカウント{0}のホームリージョンは、このリージョンの検出結果を集約していません。"
  "The administrator {0} calls the account {1}.": "管理者{0}は、アカウントを{1}としています。"
  "The administrator {0} does not list the account.": "管理者{0}の一覧に、アカウントがありません。"
  "Security Hub is on as {0}, and its standards answer that it is off.":
    "Security Hubは{0}で有効とされていますが、標準の照会には無効との回答がありました。"
  "the policy {0} has it": "設定ポリシー{0}"
  "the account says": "アカウント自身の回答"
  "The administrator {0} calls the account {1}, and the account's own answer is that Security Hub is off.":
    "管理者{0}はアカウントを{1}としていますが、アカウント自身の回答ではSecurity Hubは無効です。"
sources: [securityhub, securityhub-administrators, securityhub-aggregator, securityhub-organization, securityhub-standards]
age: none because the lists are of the moment in which they are read
csf20:
  primary: DE.AE-03
  reason: What is found in several Regions and accounts is correlated where it is together.
  secondary:
    DE.AE-06: Whoever is to act on findings sees all of them.
csf11:
  primary: DE.AE-3
  reason: What is found in several Regions and accounts is correlated where it is together.
  secondary:
    DE.DP-4: Whoever is to act on findings sees all of them.
*/
WITH aggregators AS (
  SELECT min(account_id) FILTER (WHERE source = 'securityhub-aggregator') AS account_id,
         min('Which Regions send their findings home could not be read in account ' || account_id || ': ' || unread_reason)
           FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA') AS unread
  FROM coverage
  WHERE source IN ('securityhub-administrators', 'securityhub-aggregator')
),
owned AS (
  SELECT DISTINCT account_id FROM securityhub_aggregator
),
homes AS (
  SELECT administrator_id, region, min(home_region) AS home_region
  FROM securityhub_home
  GROUP BY administrator_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.membership = 'NO_ADMINISTRATOR' AND s.administrator_id = c.account_id THEN
             ARRAY['NON_COMPLIANT', 'Nobody administers Security Hub for the organization in this Region.']
           WHEN s.membership = 'ADMINISTRATOR_OFF' THEN
             ARRAY['NON_COMPLIANT', 'The administrator''s own Security Hub is off in this Region.']
           WHEN s.membership = 'NO_MEMBER' THEN
             ARRAY['NON_COMPLIANT', 'The administrator ' || s.administrator_id || ' calls the account '
               || s.member_status || '.']
           WHEN s.membership = 'NOT_LISTED' AND c.unread_verdict IS NULL THEN
             ARRAY['NON_COMPLIANT', 'The administrator ' || s.administrator_id || ' does not list the account.']
           WHEN s.membership = 'NOT_LISTED' THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.unread IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', a.unread]
           WHEN s.membership = 'NO_ADMINISTRATOR' THEN
             ARRAY['NOT_APPLICABLE', 'Nobody administers Security Hub for the organization, for which account '
               || s.administrator_id || ' answers.']
           WHEN a.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nobody was asked for the organization in this Region.']
           WHEN s.membership_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', s.membership_reason]
           WHEN o.account_id IS NULL AND s.membership = 'ADMINISTRATOR' THEN
             ARRAY['NON_COMPLIANT', 'The administrator brings the findings of no Regions together.']
           WHEN o.account_id IS NULL THEN
             ARRAY['NOT_APPLICABLE', 'No Regions'' findings are brought together, for which account '
               || s.administrator_id || ' answers.']
           WHEN h.home_region IS NULL THEN
             ARRAY['NON_COMPLIANT', 'The home Region of account ' || s.administrator_id
               || ' does not take in this Region.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.contradiction IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', s.contradiction]
           ELSE ARRAY['COMPLIANT', 'Its findings come to ' || h.home_region || ' of account ' || s.administrator_id || '.']
         END AS outcome
  FROM coverage c
  JOIN securityhub_state s ON s.account_id = c.account_id AND s.region = c.region
  CROSS JOIN aggregators a
  LEFT JOIN owned o ON o.account_id = s.administrator_id
  LEFT JOIN homes h ON h.administrator_id = s.administrator_id AND h.region = c.region
  WHERE c.source = 'securityhub'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
