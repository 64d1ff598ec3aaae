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
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN
             ARRAY[s.unread_verdict, 'Who administers AWS Config could not be read in account ' || s.asked_in || ': '
               || s.unread_reason]
           WHEN s.administrator_id IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Account ' || s.administrator_id || ' administers AWS Config for the organization.']
           WHEN s.unknown_administrator_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Account ' || s.unknown_administrator_id
               || ' administers AWS Config for the organization, and is not on the roster.']
           WHEN a.management AND s.inactive_administrator_id IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Account ' || s.inactive_administrator_id
               || ' administers AWS Config for the organization, and is not active.']
           WHEN a.management THEN
             ARRAY['NON_COMPLIANT', 'No member account administers AWS Config for the organization.']
           ELSE
             ARRAY['NOT_APPLICABLE', 'No member account administers AWS Config for the organization, for which account '
               || s.answers_in || ' answers.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN organization_service s ON s.service = 'config'
  WHERE c.source = 'account-regions'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
