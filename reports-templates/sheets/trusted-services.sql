/*
below: account-basics
order: 2
heading: {en: Services that the organization trusts, ja: 組織で信頼されたアクセスが有効なサービス}
sources: [organizations-delegation]
dataset: organization_service
empty:
  en: "Nothing: no organization was asked."
  ja: ありません。組織の情報は取得していません。
words:
  trust:
    TRUSTED: {en: Trusted, ja: 有効}
    NOT_TRUSTED: {en: Not trusted, ja: 無効}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: service, width: 44, head: {en: Service, ja: サービス}}
- {name: trusted, kind: word, width: 18, words: trust, head: {en: Trusted access, ja: 信頼されたアクセス}}
- {name: administrator, kind: account, head: {en: Delegated administrator, ja: 委任管理者}}
- {name: administrator_name, width: 26, head: {en: Name of the administrator, ja: 委任管理者の名前}}
- {name: inactive, kind: account, head: {en: Administrator that is not active, ja: アクティブでない委任管理者}}
- {name: outside, width: 20, head: {en: Administrator outside the roster, ja: 対象に含まれない委任管理者}}
*/
SELECT s.service,
  CASE WHEN s.unread_verdict IS NOT NULL THEN 'UNKNOWN' WHEN s.trusted THEN 'TRUSTED' ELSE 'NOT_TRUSTED' END AS trusted,
  s.administrator_id AS administrator, a.name AS administrator_name, s.inactive_administrator_id AS inactive,
  s.unknown_administrator_id AS outside
FROM organization_service s
LEFT JOIN account a ON a.account_id = s.administrator_id
ORDER BY s.service
