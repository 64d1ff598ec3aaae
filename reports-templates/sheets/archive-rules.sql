/*
below: archived-access
order: 1
heading: {en: Archive rules, ja: アーカイブルール}
sources: [access-analyzer-archive-rules]
dataset: archive_rule
empty:
  en: "Nothing: no analyzer archives anything by a rule. Coverage says where we could look."
  ja: ありません。アーカイブルールは見つかりませんでした。確認できた範囲は収集状況を参照してください。
words:
  reach:
    PUBLIC: {en: "Any resource that fits, public access too", ja: 該当する任意のリソース(一般公開を含む), tone: bad}
    BROAD: {en: "Any resource that fits, not public access", ja: 該当する任意のリソース(一般公開を除く), tone: unknown}
    UNUSED: {en: Any unused access that fits, ja: 該当する任意の未使用アクセス, tone: unknown}
    NAMED: {en: Resources that it names, ja: 名指ししたリソースのみ, tone: plain}
columns:
- {name: reach, kind: word, width: 24, words: reach, head: {en: What it can hide, ja: 隠しうる範囲}}
- {name: criteria, kind: list, width: 56, head: {en: What a finding has to be, ja: 条件}}
- {name: rule, width: 24}
- {name: account, kind: account}
- {name: account_name, width: 24}
- {name: analyzer, width: 48}
- {name: type, width: 44}
- {name: archived, kind: number, width: 38, head: {en: Archived findings of its analyzer, ja: アナライザーのアーカイブ済み検出結果}}
- {name: region, width: 30}
- {name: created, kind: time}
- {name: updated, kind: time}
*/
WITH archived AS (
  SELECT analyzer_arn, count(*) AS findings FROM archived_access GROUP BY analyzer_arn
  UNION ALL
  SELECT analyzer_arn, archived_findings FROM unused_access_analyzer
), shown AS (
  SELECT r.*, a.name AS account_name, z.type, coalesce(h.findings, 0) AS archived,
    CASE WHEN r.names_resources THEN 'NAMED' WHEN z.type LIKE '%UNUSED_ACCESS' THEN 'UNUSED' WHEN r.hides_public THEN 'PUBLIC'
      ELSE 'BROAD' END AS reach
  FROM archive_rule r
  LEFT JOIN analyzer z ON z.arn = r.analyzer_arn
  LEFT JOIN archived h ON h.analyzer_arn = r.analyzer_arn
  LEFT JOIN account a ON a.account_id = r.account_id
)
SELECT reach,
  list_transform(criteria,
    lambda c: replace(replace(replace(c, ' eq ', ' = '), ' neq ', ' ≠ '), ' contains ', ' ∋ ')) AS criteria, rule_name AS rule, account_id AS account, account_name, analyzer_arn AS analyzer, type, archived, region,
  created_at AS created, updated_at AS updated
FROM shown
ORDER BY CASE reach WHEN 'PUBLIC' THEN 1 WHEN 'BROAD' THEN 2 WHEN 'UNUSED' THEN 3 ELSE 4 END, account_id, region, analyzer_arn,
  rule_name
