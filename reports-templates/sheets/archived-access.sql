/*
sheet:
  name: {en: Archived access, ja: アーカイブ済みアクセス}
  note:
    en: Who can still reach which resource from outside although the finding was archived. AWS does not say by whom; its archive rules stand below.
    ja: 検出結果がアーカイブされていても、外部から到達できるリソースと相手です。誰がアーカイブしたかをAWSは示しません。アーカイブルールは下の表にあります。
  order: 102
  colour: 548235
heading: {en: Archived findings, ja: アーカイブ済みの検出結果}
sources: [access-analyzer-findings, access-analyzer-archive-rules]
dataset: archived_access
empty:
  en: "Nothing: no finding of external access is archived. Coverage says where we could look."
  ja: ありません。外部アクセスの検出結果でアーカイブされたものは見つかりませんでした。確認できた範囲は収集状況を参照してください。
words:
  exposure:
    PUBLIC: {en: Public, ja: パブリック, tone: bad}
    OUTSIDE_ORGANIZATION: {en: Outside the organization, ja: 組織外, tone: bad}
    INSIDE_ORGANIZATION: {en: Inside the organization, ja: 組織内, tone: nothing}
    FEDERATED: {en: Identity provider, ja: IDプロバイダー, tone: unknown}
    SERVICE: {en: AWS service, ja: AWSサービス, tone: nothing}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
  way:
    NAMED: {en: By hand or by a rule that names the resource, ja: 手動、またはリソースを名指しするルール, tone: plain}
    BROAD: {en: By hand or by a rule that names none, ja: 手動、または名指ししないルール, tone: bad}
    HAND: {en: By hand, ja: 手動, tone: plain}
    UNREAD: {en: By hand or by a rule that could not be read, ja: 手動またはルール(ルールは読み取れず), tone: unknown}
columns:
- {name: exposure, kind: word, width: 24, words: exposure}
- {name: resource, width: 56}
- {name: resource_type, width: 24}
- {name: account, kind: account}
- {name: account_name, width: 24}
- {name: principal, width: 48}
- {name: actions, kind: list, width: 44}
- {name: way, kind: word, width: 38, words: way, head: {en: How it was archived, ja: アーカイブの方法}}
- {name: fitting, kind: list, width: 30, head: {en: Rules that it may fit, ja: 該当しうるルール}}
- {name: created, kind: time}
- {name: updated, kind: time}
- {name: region, width: 16}
- {name: error, width: 20}
- {name: analyzer, width: 60}
- {name: finding, width: 40}
*/
WITH fitting AS (
  SELECT h.analyzer_arn, h.finding_id, list_sort(list(r.rule_name)) AS rules, bool_or(r.names_resources) AS named
  FROM archived_access h
  JOIN archive_rule r ON r.analyzer_arn = h.analyzer_arn
    AND ((NOT coalesce(r.names_resources, false) AND (r.hides_public OR h.exposure <> 'PUBLIC'))
      OR len(list_filter(r.criteria,
        lambda c: starts_with(c, 'resource eq ') AND list_contains(string_split(c[13:], ' or '), h.resource))) > 0)
  GROUP BY h.analyzer_arn, h.finding_id
)
SELECT h.exposure, h.resource, h.resource_type, h.resource_account AS account, o.name AS account_name, h.principal,
  list_sort(h.actions) AS actions,
  CASE WHEN f.named THEN 'NAMED' WHEN f.rules IS NOT NULL THEN 'BROAD' WHEN c.status = 'READ' THEN 'HAND' ELSE 'UNREAD' END AS way,
  f.rules AS fitting, h.created_at AS created, h.updated_at AS updated, h.region, h.error, h.analyzer_arn AS analyzer,
  h.finding_id AS finding
FROM archived_access h
LEFT JOIN fitting f ON f.analyzer_arn = h.analyzer_arn AND f.finding_id = h.finding_id
LEFT JOIN account o ON o.account_id = h.resource_account
LEFT JOIN coverage c ON c.account_id = h.account_id AND c.region = h.region AND c.source = 'access-analyzer-archive-rules'
ORDER BY CASE h.exposure WHEN 'PUBLIC' THEN 1 WHEN 'OUTSIDE_ORGANIZATION' THEN 2 WHEN 'UNKNOWN' THEN 3
    WHEN 'FEDERATED' THEN 4 WHEN 'SERVICE' THEN 5 ELSE 6 END,
  h.resource_account, h.resource, h.principal, h.region, h.analyzer_arn, h.finding_id
