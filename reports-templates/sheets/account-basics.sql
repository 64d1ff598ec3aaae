/*
sheet:
  name: {en: Account basics, ja: アカウントの基本}
  title: {en: "Account basics: contact, S3 block, passwords, place and tags", ja: アカウントの基本：連絡先・S3ブロック・パスワード・所属・分類}
  note:
    en: Whether AWS knows whom to tell of security matters, what S3 and IAM hold for the whole account, and where it belongs. Of a contact only the domain of its address is kept.
    ja: セキュリティの連絡先の有無、アカウント全体に適用されるS3とIAMの設定、アカウントの所属と分類です。連絡先は、メールアドレスのドメインのみを記録しています。
  order: 112
  colour: 548235
sources: [account-contacts, s3-account-block, iam-password-policy, account-tags]
dataset: account
heading: {en: Accounts, ja: アカウント}
empty:
  en: "Nothing: the roster has no account."
  ja: ありません。対象のアカウントがありません。
words:
  contact:
    PRESENT: {en: Present, ja: あり, tone: good}
    NONE: {en: "None", ja: なし, tone: bad}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
  block:
    WHOLE: {en: All four settings, ja: 4項目すべて, tone: good}
    PARTIAL: {en: Some settings, ja: 一部の項目, tone: bad}
    NONE: {en: "None", ja: なし, tone: bad}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: account, kind: account}
- {name: name, width: 26}
- {name: security_contact, kind: word, width: 18, words: contact, head: {en: Security contact, ja: セキュリティの連絡先}}
- {name: contact_domain, width: 26, head: {en: Domain of its address, ja: 連絡先のドメイン}}
- {name: s3_block, kind: word, width: 18, words: block, head: {en: S3 public access block, ja: S3パブリックアクセスブロック}}
- {name: password_length, kind: number, width: 18, head: {en: Shortest password, ja: パスワードの最小文字数}}
- {name: password_reuse, kind: number, width: 18, head: {en: Passwords remembered, ja: 再利用を禁止する世代数}}
- {name: ou, width: 30}
- {name: environment, width: 14}
- {name: workload, width: 18}
- {name: business_unit, width: 18}
- {name: billing, width: 14}
*/
WITH contacts AS (
  SELECT c.account_id,
         CASE WHEN k.present THEN 'PRESENT' WHEN NOT k.present THEN 'NONE'
           WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN NULL ELSE 'UNKNOWN' END AS contact,
         k.email_domain
  FROM coverage c
  LEFT JOIN alternate_contact k ON k.account_id = c.account_id AND k.contact_type = 'SECURITY'
  WHERE c.source = 'account-contacts'
),
blocks AS (
  SELECT c.account_id,
         CASE WHEN c.status = 'NOT_ENABLED' THEN 'NONE'
           WHEN b.block_public_acls AND b.ignore_public_acls AND b.block_public_policy AND b.restrict_public_buckets THEN
             'WHOLE'
           WHEN NOT (b.block_public_acls OR b.ignore_public_acls OR b.block_public_policy OR b.restrict_public_buckets) THEN
             'NONE'
           WHEN NOT (b.block_public_acls AND b.ignore_public_acls AND b.block_public_policy AND b.restrict_public_buckets) THEN
             'PARTIAL'
           WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN NULL ELSE 'UNKNOWN' END AS block
  FROM coverage c
  LEFT JOIN s3_account_block b ON b.account_id = c.account_id
  WHERE c.source = 's3-account-block'
)
SELECT a.account_id AS account, a.name, k.contact AS security_contact, k.email_domain AS contact_domain,
  b.block AS s3_block, CAST(p.minimum_length AS bigint) AS password_length,
  CAST(p.reuse_prevention AS bigint) AS password_reuse, a.ou_path AS ou, a.environment, a.workload,
  a.business_unit, a.billing
FROM account a
LEFT JOIN contacts k ON k.account_id = a.account_id
LEFT JOIN blocks b ON b.account_id = a.account_id
LEFT JOIN password_policy p ON p.account_id = a.account_id
ORDER BY CASE k.contact WHEN 'NONE' THEN 1 WHEN 'UNKNOWN' THEN 2 ELSE 3 END, CASE b.block WHEN 'NONE' THEN 1 WHEN 'PARTIAL' THEN 2 WHEN 'UNKNOWN' THEN 3 ELSE 4 END, a.account_id
