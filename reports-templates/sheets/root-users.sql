/*
sheet:
  name: {en: Root users, ja: ルートユーザー}
  note:
    en: "Credentials, second factor and access keys of the root user of each account. Of a member AWS demands a second factor 35 days after the root user's first sign-in; no API says when that was, so the end is at the latest 35 days after its last use."
    ja: 各アカウントのルートユーザーの認証情報・多要素認証・アクセスキーです。メンバーアカウントでは、ルートユーザーの初回サインインから35日後にMFAが必須になります。初回サインインの日はAPIから分からないため、遅くとも最終使用の35日後までに猶予が終わるものとして示します。
  order: 110
  colour: 548235
sources: [iam-root-user, iam-root-mfa-devices, iam-credential-report, iam-centralized-root]
dataset: root_user
empty:
  en: "Nothing: the roster has no account."
  ja: ありません。対象のアカウントがありません。
freeze: 2
words:
  credentials:
    PRESENT: {en: Present, ja: あり}
    REMOVED: {en: Removed, ja: 削除済み, tone: good}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
  mfa:
    NOT_VIRTUAL: {en: Passkey or hardware, ja: パスキーまたはハードウェア}
    VIRTUAL: {en: Virtual device, ja: 仮想デバイス}
    ENABLED: {en: Enabled, ja: 有効}
    NONE: {en: "None", ja: なし, tone: bad}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: account, kind: account}
- {name: name, width: 26}
- {name: credentials, kind: word, width: 18, words: credentials}
- {name: mfa, kind: word, width: 26, words: mfa}
- {name: access_keys, kind: flag}
- {name: password, kind: flag}
- {name: certificates, kind: flag}
- {name: last_used, kind: time}
- {name: grace, kind: date, width: 24, head: {en: Sign-in without MFA ends by, ja: MFAなしのサインインの期限}}
- {name: status, kind: status, width: 20}
- {name: collected, kind: time}
*/
SELECT a.account_id AS account, a.name, r.credentials, r.mfa, r.access_keys, s.password_present AS password,
  s.signing_certificates_present AS certificates, r.last_used_at AS last_used,
  CASE WHEN NOT a.management AND r.mfa = 'NONE' AND r.credentials = 'PRESENT' THEN
    CAST(r.last_used_at + INTERVAL '35' DAY AS date) END AS grace, c.status, c.collected_at AS collected
FROM account a
LEFT JOIN root_user r ON r.account_id = a.account_id
LEFT JOIN account_summary s ON s.account_id = a.account_id
LEFT JOIN coverage c ON c.account_id = a.account_id AND c.source = 'iam-root-user'
ORDER BY CASE r.mfa WHEN 'NONE' THEN 1 WHEN 'UNKNOWN' THEN 2 ELSE 3 END, r.access_keys DESC NULLS LAST, a.account_id
