/*
id: root.signing_certificates
version: 1
severity: HIGH
title:
  en: The root user has no signing certificates
  ja: ルートユーザーに署名証明書が存在しない
remediation:
  en: Delete the root user's X.509 signing certificates; give whatever uses them a role.
  ja: ルートユーザーのX.509署名証明書を削除し、利用していた処理にはロールを割り当ててください。
reasons:
  "The root user has a signing certificate.": "ルートユーザーに署名証明書があります。"
  "The root user has no signing certificates.": "ルートユーザーに署名証明書はありません。"
  "The account summary does not say whether the root user has signing certificates.":
    "ルートユーザーの署名証明書の有無が、アカウントの概要に示されていません。"
sources: [iam-root-user]
csf20:
  primary: PR.AA-01
  reason: A certificate of the root user is a credential that cannot be limited and should not exist.
  secondary:
    PR.AA-05: The root user's permissions are the opposite of least privilege.
csf11:
  primary: PR.AC-1
  reason: A certificate of the root user is a credential that should not exist.
  secondary:
    PR.AC-4: The root user's permissions are the opposite of least privilege.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.signing_certificates_present THEN ARRAY['NON_COMPLIANT', 'The root user has a signing certificate.']
           WHEN NOT s.signing_certificates_present THEN ARRAY['COMPLIANT', 'The root user has no signing certificates.']
           ELSE
             ARRAY['INSUFFICIENT_DATA',
               'The account summary does not say whether the root user has signing certificates.']
         END AS outcome
  FROM coverage c
  LEFT JOIN account_summary s ON s.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
