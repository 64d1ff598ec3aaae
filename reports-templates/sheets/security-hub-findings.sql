/*
sheet:
  name: {en: Failed findings, ja: 失敗した検出結果}
  note:
    en: How many findings of Security Hub fail in each account and Region, as its administrator has them together. It counts in no score.
    ja: アカウントとリージョンごとの、失敗したSecurity Hub検出結果の件数です(管理者側で集約されたもの)。スコアには含まれません。
  order: 162
  colour: 548235
sources: [securityhub-findings]
dataset: securityhub_finding_count
empty:
  en: "Nothing: no finding fails. Security Hub says where anything would be found."
  ja: ありません。失敗した検出結果はありません。検出の対象範囲はSecurity Hubのシートを参照してください。
freeze: 1
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: severity, kind: word, width: 12, words: severity}
- {name: failed, kind: number, head: {en: Failed, ja: 失敗した件数}}
- {name: capped, kind: flag, head: {en: There are more, ja: 上限超過}}
- {name: failed_controls, kind: list, width: 50, head: {en: Controls of Security Hub, ja: Security Hubコントロール}}
- {name: read_in, width: 16, head: {en: Read in, ja: 読み取りリージョン}}
*/
SELECT f.account_id AS account, a.name AS account_name, f.region, f.severity, f.failed, f.capped,
  f.security_control_ids AS failed_controls, f.read_in
FROM securityhub_finding_count f LEFT JOIN account a ON a.account_id = f.account_id
ORDER BY CASE f.severity WHEN 'CRITICAL' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'MEDIUM' THEN 3 ELSE 4 END, f.failed DESC,
  f.account_id, f.region
