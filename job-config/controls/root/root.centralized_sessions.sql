/*
id: root.centralized_sessions
version: 2
severity: LOW
title:
  en: The organization can take privileged root sessions in its members
  ja: 組織がメンバーアカウントで特権ルートセッションを利用できる
remediation:
  en: In the management account, enable trusted access for IAM and switch on privileged root actions.
  ja: 管理アカウントでIAMの信頼されたアクセスを有効にし、メンバーアカウントでの特権ルートアクションを有効化してください。
reasons:
  "What the organization has centralized could not be read in account {0}: {1}":
    "組織で一元管理されている機能を、アカウント{0}で読み取れませんでした。{1}"
  "Privileged root sessions are on for the organization, as account {0} says.":
    "組織で特権ルートセッションが有効です(アカウント{0}で確認)。"
  "IAM does not say whether privileged root sessions are on.":
    "特権ルートセッションが有効かどうかを、IAMが示していません。"
  "Privileged root sessions are off for the organization.": "組織で特権ルートセッションが無効です。"
  "Privileged root sessions are off for the organization, for which account {0} answers.":
    "組織で特権ルートセッションが無効です。管理アカウント{0}で判定しています。"
  "IAM centralizes no root access in the partition {0}.": "パーティション{0}では、IAMがルートアクセスの一元管理を提供していません。"
sources: [iam-root-user, iam-centralized-root]
age: none because IAM says what is on when it is asked
csf20:
  primary: PR.AA-05
  reason: A short session for one task takes the place of a user that can do everything.
  secondary:
    PR.AA-01: Members need no root credentials of their own for what only root may do.
csf11:
  primary: PR.AC-4
  reason: A short session for one task takes the place of a user that can do everything.
  secondary:
    PR.AC-1: Members need no root credentials of their own for what only root may do.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN coalesce(r.sessions, false) = false AND u.partition_name IN ('aws-cn', 'aws-us-gov') THEN
             ARRAY['NOT_APPLICABLE', 'IAM centralizes no root access in the partition ' || u.partition_name || '.']
           WHEN o.status = 'ACCOUNT_NOT_ACTIVE' THEN
             ARRAY['INSUFFICIENT_DATA', 'What the organization has centralized could not be read in account '
               || o.account_id || ': ' || o.unread_reason]
           WHEN o.unread_verdict IS NOT NULL THEN
             ARRAY[o.unread_verdict, 'What the organization has centralized could not be read in account '
               || o.account_id || ': ' || o.unread_reason]
           WHEN r.sessions THEN
             ARRAY['COMPLIANT', 'Privileged root sessions are on for the organization, as account ' || o.account_id
               || ' says.']
           WHEN o.status = 'READ' AND r.sessions IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'IAM does not say whether privileged root sessions are on.']
           WHEN a.management THEN ARRAY['NON_COMPLIANT', 'Privileged root sessions are off for the organization.']
           ELSE
             ARRAY['NOT_APPLICABLE', 'Privileged root sessions are off for the organization, for which account '
               || m.account_id || ' answers.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN root_user u ON u.account_id = c.account_id
  JOIN coverage o ON o.source = 'iam-centralized-root'
  LEFT JOIN centralized_root r ON r.account_id = o.account_id
  LEFT JOIN account m ON m.management
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
