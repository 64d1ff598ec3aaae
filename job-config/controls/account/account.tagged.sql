/*
id: account.tagged
version: 1
severity: LOW
title:
  en: The account says where it belongs
  ja: アカウントの分類が設定されている
remediation:
  en: Tag the account with what it lacks. Which tag or level of units stands for which split is set by the configuration's keys under 'rollups'; which are demanded by the parameter 'splits'.
  ja: 不足しているタグをアカウントに設定してください。分類に使うタグまたは組織単位の階層は設定の「rollups」で、必須とする分類はパラメーター「splits」で指定します。
reasons:
  "The account says where it belongs.":
    "アカウントの分類がすべて設定されています。"
  "Nothing says of the account, or says it with an empty value: {0}.":
    "アカウントに次の分類がないか、値が空です。{0}"
  "What belongs to nobody in particular is held to nobody's configuration.":
    "所属の分からないアカウントには、どの構成基準も適用できません。"
  "What belongs to nobody in particular is held to nobody's baseline.":
    "所属の分からないアカウントには、どのベースラインも適用できません。"
parameters:
  splits:
    type: list
    of: [environment, workload, business-unit, billing]
    default: [environment, workload, business-unit, billing]
    meaning:
      en: By which of the ways in which accounts are split each account has to say where it belongs.
      ja: アカウントの分類のうち、設定を必須とするもの。
sources: [account-tags]
age: none because tags are of the moment in which they are read
csf20:
  primary: PR.PS-01
  reason: What belongs to nobody in particular is held to nobody's configuration.
csf11:
  primary: PR.IP-1
  reason: What belongs to nobody in particular is held to nobody's baseline.
*/
WITH demanded AS (
  SELECT split(value, ',') AS splits FROM parameter WHERE control_id = 'account.tagged' AND name = 'splits'
),
said AS (
  SELECT account_id, 1 AS place, 'environment' AS split, environment AS answer FROM account
  UNION ALL
  SELECT account_id, 2, 'workload', workload FROM account
  UNION ALL
  SELECT account_id, 3, 'business-unit', business_unit FROM account
  UNION ALL
  SELECT account_id, 4, 'billing', billing FROM account
),
lacking AS (
  SELECT s.account_id, array_join(array_agg(s.split ORDER BY s.place), ', ') AS splits
  FROM said s
  CROSS JOIN demanded d
  WHERE contains(d.splits, s.split) AND coalesce(trim(s.answer), '') = ''
  GROUP BY s.account_id
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN l.splits IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Nothing says of the account, or says it with an empty value: ' || l.splits || '.']
           ELSE ARRAY['COMPLIANT', 'The account says where it belongs.']
         END AS outcome
  FROM coverage c
  LEFT JOIN lacking l ON l.account_id = c.account_id
  WHERE c.source = 'account-tags'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
