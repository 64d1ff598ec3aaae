/*
id: config.delegated_administrator
version: 1
severity: LOW
title:
  en: A member account administers AWS Config for the organization
  ja: メンバーアカウントがAWS Configの委任管理者になっている
remediation:
  en: In the management account, register the audit account as AWS Config's delegated administrator.
  ja: 管理アカウントで、監査アカウントをAWS Configの委任管理者に登録してください。
reasons:
  "Who administers AWS Config could not be read in account {0}: {1}":
    "AWS Configの委任管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Account {0} administers AWS Config for the organization.": "アカウント{0}がAWS Configの委任管理者です。"
  "Account {0} administers AWS Config for the organization, and is not active.":
    "AWS Configの委任管理者であるアカウント{0}が有効ではありません。"
  "Account {0} administers AWS Config for the organization, and is not on the roster.":
    "AWS Configの委任管理者であるアカウント{0}が監査対象の一覧にありません。"
  "No member account administers AWS Config for the organization.": "AWS Configの委任管理者が登録されていません。"
  "No member account administers AWS Config for the organization, for which account {0} answers.":
    "AWS Configの委任管理者が登録されていません。管理アカウント{0}で判定しています。"
sources: [account-regions, organizations-delegation]
age: none because the list of delegated administrators is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: Whoever administers AWS Config needs no entry to the management account.
  secondary:
    PR.PS-01: Configuration is managed across accounts where somebody is named for it.
csf11:
  primary: PR.AC-4
  reason: Whoever administers AWS Config needs no entry to the management account.
  secondary:
    PR.IP-1: A baseline is held across accounts where somebody is named for it.
*/
WITH administrators AS (
  SELECT min(d.administrator_id) FILTER (WHERE a.state = 'ACTIVE') AS active,
         min(d.administrator_id) FILTER (WHERE a.state <> 'ACTIVE') AS inactive,
         min(d.administrator_id) FILTER (WHERE a.state IS NULL) AS unknown
  FROM delegated_administrator d
  LEFT JOIN account a ON a.account_id = d.administrator_id
  WHERE d.service_principal = 'config.amazonaws.com'
),
judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN o.unread_verdict IS NOT NULL THEN
             ARRAY[o.unread_verdict, 'Who administers AWS Config could not be read in account ' || o.account_id
               || ': ' || o.unread_reason]
           WHEN d.active IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Account ' || d.active || ' administers AWS Config for the organization.']
           WHEN d.unknown IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Account ' || d.unknown
               || ' administers AWS Config for the organization, and is not on the roster.']
           WHEN a.management AND d.inactive IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Account ' || d.inactive
               || ' administers AWS Config for the organization, and is not active.']
           WHEN a.management THEN
             ARRAY['NON_COMPLIANT', 'No member account administers AWS Config for the organization.']
           ELSE
             ARRAY['NOT_APPLICABLE', 'No member account administers AWS Config for the organization, for which account '
               || coalesce(m.account_id, o.account_id) || ' answers.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN coverage o ON o.source = 'organizations-delegation'
  CROSS JOIN administrators d
  LEFT JOIN account m ON m.management
  WHERE c.source = 'account-regions'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
