/*
id: root.signing_certificates
version: 2
severity: HIGH
title:
  en: The root user has no signing certificates
  ja: ルートユーザーに署名証明書が存在しない
remediation:
  en: Delete the root user's X.509 signing certificates; give whatever uses them a role.
  ja: ルートユーザーのX.509署名証明書を削除し、利用していた処理にはロールを割り当ててください。
reasons:
  "The root user has a signing certificate, as the credential report of {0} says.": "ルートユーザーに署名証明書があります({0}の認証情報レポート)。"
  "The root user has a signing certificate by {0}, and none by {1}.":
    "ルートユーザーの署名証明書について情報が食い違っています。ありとするもの: {0}、なしとするもの: {1}。"
  "The root user has a signing certificate.": "ルートユーザーに署名証明書があります。"
  "The root user has no signing certificates.": "ルートユーザーに署名証明書はありません。"
  "The account summary does not say whether the root user has signing certificates.":
    "ルートユーザーの署名証明書の有無が、アカウントの概要に示されていません。"
  "the account summary": "アカウントの概要"
  "the credential report of {0}, about {1} hours old": "{0}の認証情報レポート(作成から約{1}時間)"
  "the credential report of a day that it does not name": "作成日時が示されていない認証情報レポート"
  "The credential report, which alone speaks of it, was made more than {0} hours before it was read, or does not say when.":
    "これを示しているのは認証情報レポートだけですが、作成から{0}時間を超えているか、作成日時が示されていません。"
parameters:
  report_hours:
    type: number
    default: 48
    meaning:
      en: For how many hours after it was made the credential report counts.
      ja: 認証情報レポートを作成から何時間まで有効とみなすか。
sources: [iam-root-user, iam-credential-report]
age: root_user.report_made_at
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
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'root.signing_certificates' AND name = 'report_hours'
),
judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.certificates_no IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The root user has a signing certificate by ' || r.certificates_yes || ', and none by '
               || r.certificates_no || '.']
           WHEN s.signing_certificates_present THEN ARRAY['NON_COMPLIANT', 'The root user has a signing certificate.']
           WHEN r.signing_certificates AND r.report_made_at >= c.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['NON_COMPLIANT', 'The root user has a signing certificate, as the credential report of '
               || CAST(CAST(r.report_made_at AS date) AS varchar) || ' says.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.signing_certificates THEN
             ARRAY['INSUFFICIENT_DATA', 'The credential report, which alone speaks of it, was made more than '
               || CAST(l.hours AS varchar) || ' hours before it was read, or does not say when.']
           WHEN NOT r.signing_certificates THEN ARRAY['COMPLIANT', 'The root user has no signing certificates.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The account summary does not say whether the root user has signing certificates.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
  JOIN root_user r ON r.account_id = c.account_id
  LEFT JOIN account_summary s ON s.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
