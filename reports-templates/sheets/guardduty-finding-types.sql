/*
below: guardduty
order: 3
heading: {en: Types of open findings, ja: 未対応の検出結果のタイプ}
sources: [guardduty-organization-findings]
dataset: guardduty_finding_type
empty:
  en: "Nothing: no administrator shows a finding that is open, as far as could be read."
  ja: ありません。読み取れた範囲では、管理者から見た未対応の検出結果はありません。
columns:
- {name: type, width: 50, head: {en: Type, ja: タイプ}}
- {name: findings, kind: number, head: {en: Open findings, ja: 未対応の件数}}
- {name: regions, kind: list, width: 36, head: {en: Regions, ja: リージョン}}
- {name: capped, kind: flag, head: {en: There are more types, ja: 上限超過}}
*/
SELECT type, sum(findings) AS findings, array_agg(DISTINCT region ORDER BY region) AS regions, bool_or(capped) AS capped
FROM guardduty_finding_type
GROUP BY type
ORDER BY sum(findings) DESC, type
