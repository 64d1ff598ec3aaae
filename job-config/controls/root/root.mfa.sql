/*
id: root.mfa
version: 3
severity: CRITICAL
title:
  en: The root user signs in with a second factor
  ja: ルートユーザーに多要素認証が設定されている
remediation:
  en: Register a passkey or a security key for the root user, or remove the root user's credentials through centralized root access.
  ja: ルートユーザーにパスキーまたはセキュリティキーを登録するか、ルートアクセスの一元管理でルートの認証情報を削除してください。
reasons:
  "Nobody can sign in as the root user in the partition {0}.":
    "パーティション{0}では、ルートユーザーとしてサインインできません。"
  "Whether there is a root user in the partition {0} is what the credential report says, which was not read.":
    "パーティション{0}でのルートユーザーの有無は認証情報レポートで判断しますが、読み取れていません。"
  "The root user has a second factor by {0}, and none by {1}.":
    "ルートユーザーのMFAについて情報が食い違っています。ありとするもの: {0}、なしとするもの: {1}。"
  "The root user has no second factor, as the credential report of {0} says.":
    "ルートユーザーにMFAが設定されていません({0}の認証情報レポート)。"
  "The root user has a second factor, as the credential report of {0} says.":
    "ルートユーザーにMFAが設定されています({0}の認証情報レポート)。"
  "Whether the root user has credentials at all is not known: an access key by {0}, and none by {1}.":
    "ルートユーザーの認証情報の有無を確認できません。アクセスキーをありとするもの: {0}、なしとするもの: {1}。"
  "Whether the root user has credentials at all is not known: a signing certificate by {0}, and none by {1}.":
    "ルートユーザーの認証情報の有無を確認できません。署名証明書をありとするもの: {0}、なしとするもの: {1}。"
  "The root user has no credentials to sign in with.":
    "ルートユーザーには、サインインに使用できる認証情報がありません。"
  "The root user has a virtual MFA device.": "ルートユーザーに仮想MFAデバイスが設定されています。"
  "The root user has a second factor that is no virtual device.":
    "ルートユーザーに、仮想デバイス以外のMFAが設定されています。"
  "The root user has no second factor.": "ルートユーザーにMFAが設定されていません。"
  "The account summary does not say whether the root user has a second factor.":
    "ルートユーザーのMFAの有無が、アカウントの概要に示されていません。"
  "The root user has a second factor.": "ルートユーザーにMFAが設定されています。"
  "the account summary": "アカウントの概要"
  "the account summary and {0}": "アカウントの概要と{0}"
  "the virtual MFA devices": "仮想MFAデバイスの一覧"
  "the virtual MFA devices and {0}": "仮想MFAデバイスの一覧と{0}"
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
sources: [iam-root-user, iam-root-mfa-devices, iam-credential-report]
age: root_user.report_made_at
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
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'root.mfa' AND name = 'report_hours'
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
           WHEN r.credentials = 'REMOVED' THEN
             ARRAY['NOT_APPLICABLE', 'The root user has no credentials to sign in with.']
           WHEN r.mfa_no IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The root user has a second factor by ' || r.mfa_yes || ', and none by '
               || r.mfa_no || '.']
           WHEN r.sign_in IS NULL AND r.mfa = 'NONE' THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether there is a root user in the partition ' || r.partition_name
               || ' is what the credential report says, which was not read.']
           WHEN r.mfa = 'NONE' AND r.credentials = 'UNKNOWN' AND r.keys_no IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the root user has credentials at all is not known: an access key by '
               || r.keys_yes || ', and none by ' || r.keys_no || '.']
           WHEN r.mfa = 'NONE' AND r.credentials = 'UNKNOWN' AND r.certificates_no IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the root user has credentials at all is not known: '
               || 'a signing certificate by ' || r.certificates_yes || ', and none by ' || r.certificates_no || '.']
           WHEN r.mfa = 'NONE' AND r.mfa_by = 'SUMMARY' THEN
             ARRAY['NON_COMPLIANT', 'The root user has no second factor.']
           WHEN r.mfa = 'NONE' AND r.report_made_at >= c.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['NON_COMPLIANT', 'The root user has no second factor, as the credential report of '
               || CAST(CAST(r.report_made_at AS date) AS varchar) || ' says.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.mfa_by = 'REPORT'
             AND coalesce(r.report_made_at < c.collected_at - l.hours * INTERVAL '1' HOUR, true) THEN
             ARRAY['INSUFFICIENT_DATA', 'The credential report, which alone speaks of it, was made more than '
               || CAST(l.hours AS varchar) || ' hours before it was read, or does not say when.']
           WHEN r.mfa_by = 'REPORT' THEN
             ARRAY['COMPLIANT', 'The root user has a second factor, as the credential report of '
               || CAST(CAST(r.report_made_at AS date) AS varchar) || ' says.']
           WHEN r.mfa = 'ENABLED' THEN ARRAY['COMPLIANT', 'The root user has a second factor.']
           WHEN r.mfa = 'VIRTUAL' THEN ARRAY['COMPLIANT', 'The root user has a virtual MFA device.']
           WHEN r.mfa = 'NOT_VIRTUAL' THEN
             ARRAY['COMPLIANT', 'The root user has a second factor that is no virtual device.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The account summary does not say whether the root user has a second factor.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
  JOIN root_user r ON r.account_id = c.account_id
  WHERE c.source = 'iam-root-user'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
