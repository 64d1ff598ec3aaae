/*
sheet:
  name: {en: External access, ja: 外部アクセス}
  note:
    en: Who can reach which resource from outside; public access first.
    ja: 外部から到達できるリソースと相手です。パブリックなものから順に示します。
  order: 100
  colour: 548235
sources: [access-analyzer-findings]
dataset: external_access
empty:
  en: "Nothing: no active finding was found. Coverage says where we could look."
  ja: ありません。有効な検出結果は見つかりませんでした。確認できた範囲は収集状況を参照してください。
freeze: 2
words:
  exposure:
    PUBLIC: {en: Public, ja: パブリック, tone: bad}
    OUTSIDE_ORGANIZATION: {en: Outside the organization, ja: 組織外, tone: bad}
    INSIDE_ORGANIZATION: {en: Inside the organization, ja: 組織内, tone: nothing}
    FEDERATED: {en: Identity provider, ja: IDプロバイダー, tone: unknown}
    SERVICE: {en: AWS service, ja: AWSサービス, tone: nothing}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
  rcp:
    APPLICABLE: {en: "Exists, not considered", ja: あり (未考慮)}
    FAILED_TO_EVALUATE_RCP: {en: Could not be evaluated, ja: 評価できず}
    NOT_APPLICABLE: {en: "None", ja: なし}
    APPLIED: {en: Considered, ja: 考慮済み}
columns:
- {name: exposure, kind: word, width: 24, words: exposure}
- {name: resource, width: 56}
- {name: resource_type, width: 24}
- {name: account, kind: account}
- {name: account_name, width: 24}
- {name: principal, width: 48}
- {name: principal_account, width: 16}
- {name: principal_name, width: 22}
- {name: actions, kind: list, width: 44}
- {name: condition, width: 30, wrap: true}
- {name: means, kind: list, width: 18}
- {name: region, width: 16}
- {name: rcp, kind: word, width: 20, words: rcp}
- {name: error, width: 20}
- {name: updated, kind: time}
- {name: analyzer, width: 60}
- {name: finding, width: 40}
*/
SELECT e.exposure, e.resource, e.resource_type, e.resource_account AS account, o.name AS account_name, e.principal,
  e.principal_account, p.name AS principal_name, list_sort(e.actions) AS actions,
  array_to_string(list_transform(map_entries(e.condition), lambda c: c.key || '=' || c.value), '; ') AS condition,
  list_sort(e.sources) AS means, e.region, e.rcp_restriction AS rcp, e.error, e.updated_at AS updated,
  e.analyzer_arn AS analyzer, e.finding_id AS finding
FROM external_access e
LEFT JOIN account o ON o.account_id = e.resource_account
LEFT JOIN account p ON p.account_id = e.principal_account
ORDER BY CASE e.exposure WHEN 'PUBLIC' THEN 1 WHEN 'OUTSIDE_ORGANIZATION' THEN 2 WHEN 'UNKNOWN' THEN 3
    WHEN 'FEDERATED' THEN 4 WHEN 'SERVICE' THEN 5 ELSE 6 END,
  e.resource_account, e.resource, e.principal, e.region, e.analyzer_arn, e.finding_id
