/*
id: root.credentials_removed
version: 1
severity: MEDIUM
title:
  en: Member accounts have no root credentials at all
  ja: メンバーアカウントのルート認証情報が削除されている
remediation:
  en: Switch on centralized root access in IAM and remove the root credentials of this member account.
  ja: IAMでルートアクセスの一元管理を有効にし、このメンバーアカウントのルート認証情報を削除してください。
reasons:
  "The management account keeps its root user.": "管理アカウントのルートユーザーは削除の対象外です。"
  "The root user has no password, no access key and no signing certificate.":
    "ルートユーザーに、パスワード、アクセスキー、署名証明書のいずれもありません。"
  "The root user has a password, an access key or a signing certificate.":
    "ルートユーザーに、パスワード、アクセスキー、署名証明書のいずれかがあります。"
  "The account summary does not say which credentials the root user has.":
    "ルートユーザーの認証情報の有無が、アカウントの概要に示されていません。"
sources: [iam-root-user]
csf20:
  primary: PR.AA-01
  reason: Credentials that nobody needs are managed best by removing them.
  secondary:
    PR.AA-05: A user that can do everything should not be able to sign in.
csf11:
  primary: PR.AC-1
  reason: Credentials that nobody needs are managed best by removing them.
  secondary:
    PR.AC-4: A user that can do everything should not be able to sign in.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.management THEN ARRAY['NOT_APPLICABLE', 'The management account keeps its root user.']
           WHEN r.credentials = 'REMOVED' THEN
             ARRAY['COMPLIANT', 'The root user has no password, no access key and no signing certificate.']
           WHEN r.credentials = 'PRESENT' THEN
             ARRAY['NON_COMPLIANT', 'The root user has a password, an access key or a signing certificate.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The account summary does not say which credentials the root user has.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN root_user r ON r.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
