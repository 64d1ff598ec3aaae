/*
id: root.credentials_removed
version: 2
severity: MEDIUM
title:
  en: Member accounts have no root credentials at all
  ja: メンバーアカウントのルート認証情報が削除されている
remediation:
  en: Switch on centralized root access in IAM and remove the root credentials of this member account.
  ja: IAMでルートアクセスの一元管理を有効にし、このメンバーアカウントのルート認証情報を削除してください。
reasons:
  "Nobody can sign in as the root user in the partition {0}.":
    "パーティション{0}では、ルートユーザーとしてサインインできません。"
  "Root credentials are removed through the organization, and this roster knows none.":
    "ルート認証情報の削除は組織を通じて行いますが、このロスターでは組織が分かりません。"
  "The root user has an access key by {0}, and none by {1}.":
    "ルートユーザーのアクセスキーについて情報が食い違っています。ありとするもの: {0}、なしとするもの: {1}。"
  "The root user has a signing certificate by {0}, and none by {1}.":
    "ルートユーザーの署名証明書について情報が食い違っています。ありとするもの: {0}、なしとするもの: {1}。"
  "The management account keeps its root user.": "管理アカウントのルートユーザーは削除の対象外です。"
  "The root user has no password, no access key and no signing certificate.":
    "ルートユーザーに、パスワード、アクセスキー、署名証明書のいずれもありません。"
  "The root user has a password, an access key or a signing certificate.":
    "ルートユーザーに、パスワード、アクセスキー、署名証明書のいずれかがあります。"
  "The account summary does not say which credentials the root user has.":
    "ルートユーザーの認証情報の有無が、アカウントの概要に示されていません。"
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
  reason: Credentials that nobody needs are managed best by removing them.
  secondary:
    PR.AA-05: A user that can do everything should not be able to sign in.
csf11:
  primary: PR.AC-1
  reason: Credentials that nobody needs are managed best by removing them.
  secondary:
    PR.AC-4: A user that can do everything should not be able to sign in.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'root.credentials_removed' AND name = 'report_hours'
),
judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT r.sign_in THEN
             ARRAY['NOT_APPLICABLE', 'Nobody can sign in as the root user in the partition ' || r.partition_name || '.']
           WHEN a.management AND c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.management THEN ARRAY['NOT_APPLICABLE', 'The management account keeps its root user.']
           WHEN r.credentials = 'REMOVED' THEN
             ARRAY['COMPLIANT', 'The root user has no password, no access key and no signing certificate.']
           WHEN r.credentials = 'PRESENT' AND a.management IS NULL THEN
             ARRAY['NOT_APPLICABLE', 'Root credentials are removed through the organization, and this roster knows none.']
           WHEN s.password_present OR s.access_keys_present AND r.access_keys
             OR s.signing_certificates_present AND r.signing_certificates
             OR (r.credentials = 'PRESENT' AND r.report_made_at >= c.collected_at - l.hours * INTERVAL '1' HOUR) THEN
             ARRAY['NON_COMPLIANT', 'The root user has a password, an access key or a signing certificate.']
           WHEN r.keys_no IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The root user has an access key by ' || r.keys_yes || ', and none by '
               || r.keys_no || '.']
           WHEN r.certificates_no IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The root user has a signing certificate by ' || r.certificates_yes
               || ', and none by ' || r.certificates_no || '.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.credentials = 'PRESENT' THEN
             ARRAY['INSUFFICIENT_DATA', 'The credential report, which alone speaks of it, was made more than '
               || CAST(l.hours AS varchar) || ' hours before it was read, or does not say when.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The account summary does not say which credentials the root user has.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
  JOIN root_user r ON r.account_id = c.account_id
  JOIN account a ON a.account_id = c.account_id
  LEFT JOIN account_summary s ON s.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
