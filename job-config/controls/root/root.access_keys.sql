/*
id: root.access_keys
version: 1
severity: CRITICAL
title:
  en: The root user has no access keys
  ja: ルートユーザーにアクセスキーが存在しない
remediation:
  en: Delete the root user's access keys; give whatever uses them a role.
  ja: ルートユーザーのアクセスキーを削除し、利用していた処理にはロールを割り当ててください。
reasons:
  "The root user has an access key.": "ルートユーザーにアクセスキーがあります。"
  "The root user has no access keys.": "ルートユーザーにアクセスキーはありません。"
  "The account summary does not say whether the root user has access keys.":
    "ルートユーザーのアクセスキーの有無が、アカウントの概要に示されていません。"
sources: [iam-root-user]
csf20:
  primary: PR.AA-01
  reason: A key of the root user is a credential that cannot be limited and should not exist.
  secondary:
    PR.AA-05: The root user's permissions are the opposite of least privilege.
csf11:
  primary: PR.AC-1
  reason: A key of the root user is a credential that should not exist.
  secondary:
    PR.AC-4: The root user's permissions are the opposite of least privilege.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.access_keys THEN ARRAY['NON_COMPLIANT', 'The root user has an access key.']
           WHEN NOT r.access_keys THEN ARRAY['COMPLIANT', 'The root user has no access keys.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The account summary does not say whether the root user has access keys.']
         END AS outcome
  FROM coverage c
  JOIN root_user r ON r.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
