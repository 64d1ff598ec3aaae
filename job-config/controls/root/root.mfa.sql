/*
id: root.mfa
version: 1
severity: CRITICAL
title:
  en: The root user signs in with a second factor
  ja: ルートユーザーに多要素認証が設定されている
remediation:
  en: Register a passkey or a security key for the root user, or remove the root user's credentials through centralized root access.
  ja: ルートユーザーにパスキーまたはセキュリティキーを登録するか、ルートアクセスの一元管理でルートの認証情報を削除してください。
reasons:
  "The root user has no credentials to sign in with.":
    "ルートユーザーには、サインインに使用できる認証情報がありません。"
  "The root user has a virtual MFA device.": "ルートユーザーに仮想MFAデバイスが設定されています。"
  "The root user has a second factor that is no virtual device.":
    "ルートユーザーに、仮想デバイス以外のMFAが設定されています。"
  "The root user has no second factor.": "ルートユーザーにMFAが設定されていません。"
  "The account summary does not say whether the root user has a second factor.":
    "ルートユーザーのMFAの有無が、アカウントの概要に示されていません。"
  "The root user has a second factor.": "ルートユーザーにMFAが設定されています。"
sources: [iam-root-user, iam-root-mfa-devices]
csf20:
  primary: PR.AA-03
  reason: A second factor is how the most powerful user proves who it is.
  secondary:
    PR.AA-01: The factor is one of the root user's credentials, which are to be managed.
csf11:
  primary: PR.AC-7
  reason: Authentication that fits the risk of the most powerful user.
  secondary:
    PR.AC-3: The root user signs in from anywhere, which is remote access.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.credentials = 'REMOVED' THEN
             ARRAY['NOT_APPLICABLE', 'The root user has no credentials to sign in with.']
           WHEN r.mfa = 'ENABLED' THEN ARRAY['COMPLIANT', 'The root user has a second factor.']
           WHEN r.mfa = 'VIRTUAL' THEN ARRAY['COMPLIANT', 'The root user has a virtual MFA device.']
           WHEN r.mfa = 'NOT_VIRTUAL' THEN
             ARRAY['COMPLIANT', 'The root user has a second factor that is no virtual device.']
           WHEN r.mfa = 'NONE' THEN ARRAY['NON_COMPLIANT', 'The root user has no second factor.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The account summary does not say whether the root user has a second factor.']
         END AS outcome
  FROM coverage c
  JOIN root_user r ON r.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
