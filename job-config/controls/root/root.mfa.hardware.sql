/*
id: root.mfa.hardware
version: 1
severity: HIGH
title:
  en: The root user's second factor is no virtual device
  ja: ルートユーザーの多要素認証が仮想デバイスではない
remediation:
  en: Replace the root user's virtual MFA device by a passkey or a security key.
  ja: ルートユーザーの仮想MFAデバイスをパスキーまたはセキュリティキーに置き換えてください。
reasons:
  "The root user has no credentials to sign in with.":
    "ルートユーザーには、サインインに使用できる認証情報がありません。"
  "The root user has a virtual MFA device.": "ルートユーザーに仮想MFAデバイスが設定されています。"
  "The root user has a second factor that is no virtual device.":
    "ルートユーザーに、仮想デバイス以外のMFAが設定されています。"
  "The root user has no second factor.": "ルートユーザーにMFAが設定されていません。"
  "The account summary does not say whether the root user has a second factor.":
    "ルートユーザーのMFAの有無が、アカウントの概要に示されていません。"
sources: [iam-root-user, iam-root-mfa-devices]
csf20:
  primary: PR.AA-03
  reason: A device of its own, apart from computers and phones, authenticates the root user best.
csf11:
  primary: PR.AC-7
  reason: The strength of the factor should fit the risk of the most powerful user.
  secondary:
    PR.AC-3: The root user signs in from anywhere, which is remote access.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN r.credentials = 'REMOVED' THEN
             ARRAY['NOT_APPLICABLE', 'The root user has no credentials to sign in with.']
           WHEN r.mfa = 'VIRTUAL' THEN ARRAY['NON_COMPLIANT', 'The root user has a virtual MFA device.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.mfa = 'NONE' THEN ARRAY['NON_COMPLIANT', 'The root user has no second factor.']
           WHEN d.unread_verdict IS NOT NULL THEN ARRAY[d.unread_verdict, d.unread_reason]
           WHEN r.mfa = 'NOT_VIRTUAL' THEN
             ARRAY['COMPLIANT', 'The root user has a second factor that is no virtual device.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The account summary does not say whether the root user has a second factor.']
         END AS outcome
  FROM coverage c
  JOIN coverage d ON d.account_id = c.account_id AND d.source = 'iam-root-mfa-devices'
  JOIN root_user r ON r.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
