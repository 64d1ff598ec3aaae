/*
id: accessanalyzer.delegated_administrator
version: 1
severity: LOW
title:
  en: A member account administers IAM Access Analyzer for the organization
  ja: メンバーアカウントがIAM Access Analyzerの委任管理者になっている
remediation:
  en: In the management account, register the audit account as IAM Access Analyzer's delegated administrator.
  ja: 管理アカウントで、監査アカウントをIAM Access Analyzerの委任管理者に登録してください。
reasons:
  "Who administers IAM Access Analyzer could not be read in account {0}: {1}":
    "IAM Access Analyzerの委任管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Account {0} administers IAM Access Analyzer for the organization.":
    "アカウント{0}がIAM Access Analyzerの委任管理者です。"
  "Account {0} administers IAM Access Analyzer for the organization, and is not active.":
    "IAM Access Analyzerの委任管理者であるアカウント{0}が有効ではありません。"
  "Account {0} administers IAM Access Analyzer for the organization, and is not on the roster.":
    "IAM Access Analyzerの委任管理者であるアカウント{0}が監査対象の一覧にありません。"
  "No member account administers IAM Access Analyzer for the organization.":
    "IAM Access Analyzerの委任管理者が登録されていません。"
  "No active member account administers IAM Access Analyzer for the organization, for which account {0} answers.":
    "IAM Access Analyzerの有効な委任管理者がいません。管理アカウント{0}で判定しています。"
  "The organization does not trust IAM Access Analyzer: there is nothing to administer.":
    "組織はIAM Access Analyzerを信頼していないため、委任する対象がありません。"
sources: [account-regions, organizations-delegation]
age: none because the list of delegated administrators is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: Whoever administers IAM Access Analyzer needs no entry to the management account.
csf11:
  primary: PR.AC-4
  reason: Whoever administers IAM Access Analyzer needs no entry to the management account.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN
             ARRAY[s.unread_verdict, 'Who administers IAM Access Analyzer could not be read in account ' || s.asked_in
               || ': ' || s.unread_reason]
           WHEN s.administrator_id IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Account ' || s.administrator_id
               || ' administers IAM Access Analyzer for the organization.']
           WHEN s.unknown_administrator_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Account ' || s.unknown_administrator_id
               || ' administers IAM Access Analyzer for the organization, and is not on the roster.']
           WHEN NOT coalesce(a.management, false) THEN
             ARRAY['NOT_APPLICABLE',
               'No active member account administers IAM Access Analyzer for the organization, for which account '
                 || s.answers_in || ' answers.']
           WHEN s.inactive_administrator_id IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Account ' || s.inactive_administrator_id
               || ' administers IAM Access Analyzer for the organization, and is not active.']
           WHEN NOT s.trusted THEN
             ARRAY['NOT_APPLICABLE', 'The organization does not trust IAM Access Analyzer: there is nothing to administer.']
           ELSE ARRAY['NON_COMPLIANT', 'No member account administers IAM Access Analyzer for the organization.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN organization_service s ON s.service = 'access-analyzer'
  WHERE c.source = 'account-regions'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
