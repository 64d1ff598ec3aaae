/*
id: config.conformance_pack
version: 2
severity: MEDIUM
title:
  en: Conformance packs are deployed and complied with
  ja: 適合パックが展開され、準拠している
remediation:
  en: Open the conformance pack and repair the resources that its rules name, or deploy it again where that failed.
  ja: 適合パックを開き、ルールが示すリソースを修正してください。展開に失敗している場合は、再度展開してください。
reasons:
  "There is no conformance pack.": "適合パックがありません。"
  "The conformance pack {0} is broken by {1} of its rules.": "適合パック{0}のルールのうち{1}件に違反があります。"
  "The conformance pack {0} is not deployed: {1}.": "適合パック{0}の展開に失敗しています({1})。"
  "The conformance pack {0} could not be deleted: {1}.": "適合パック{0}の削除に失敗しています({1})。"
  "The conformance pack {0} is being deployed or deleted.": "適合パック{0}は展開中または削除中です。"
  "AWS Config does not say whether the conformance pack {0} is deployed.":
    "適合パック{0}が展開されているかどうかを、AWS Configが示していません。"
  "The conformance pack {0} has no rule.": "適合パック{0}にルールがありません。"
  "The rules of the conformance pack {0} could not be read: {1}": "適合パック{0}のルールを読み取れませんでした。{1}"
  "The rule {0} of the conformance pack {1} has no result that is known to be up to date.":
    "適合パック{1}のルール{0}に、最新と確認できる評価結果がありません。"
  "Every rule of the conformance pack {0} is complied with, the first of them last evaluated on {1}.":
    "適合パック{0}のすべてのルールに準拠しています(最も古い評価日{1})。"
  "No rule of the conformance pack {0} applies to a resource.": "適合パック{0}のルールの対象となるリソースがありません。"
sources: [config-conformance-packs, config-rules, config-rule-status, config-recorder]
parameters:
  periods:
    type: number
    default: 2
    meaning:
      en: How many of its periods the last evaluation of a periodic rule may lie back.
      ja: 定期ルールの最終評価が評価周期の何倍前まで有効か。
  pending_hours:
    type: number
    default: 24
    meaning:
      en: For how many hours a recorder may be pending and still count as recording.
      ja: 設定レコーダーが保留中のまま何時間まで記録中とみなすか。
age: [rule_result.evaluated_at, rule_result.recorder_changed_at]
csf20:
  primary: PR.PS-01
  reason: A conformance pack says what configuration is to be, and which resources differ.
  secondary:
    DE.CM-09: A conformance pack watches software and configuration for deviation.
csf11:
  primary: PR.IP-1
  reason: A conformance pack holds resources to a baseline.
  secondary:
    DE.CM-7: A conformance pack watches for what nobody approved.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS periods
  FROM parameter
  WHERE control_id = 'config.conformance_pack' AND name = 'periods'
),
patience AS (
  SELECT CAST(value AS bigint) AS pending_hours
  FROM parameter
  WHERE control_id = 'config.conformance_pack' AND name = 'pending_hours'
),
held AS (
  SELECT p.account_id,
         p.region,
         p.name,
         t.rule_name,
         r.evaluated_at,
         r.compliance = 'COMPLIANT' AND NOT r.proactive AS complied,
         CASE
           WHEN r.proactive THEN true
           WHEN coalesce(r.compliance, '') NOT IN ('COMPLIANT', 'INSUFFICIENT_DATA', 'NOT_APPLICABLE') THEN false
           WHEN r.state IN ('DELETING', 'DELETING_RESULTS') THEN false
           WHEN r.status_unread_reason IS NOT NULL THEN false
           WHEN r.failed_at IS NOT NULL AND r.failed_at >= r.evaluated_at THEN false
           WHEN r.evaluated_at < r.collected_at - r.period_hours * l.periods * INTERVAL '1' HOUR THEN false
           WHEN r.change_triggered AND r.recorder_state = 'PENDING'
             AND coalesce(r.recorder_changed_at < r.collected_at - w.pending_hours * INTERVAL '1' HOUR, true) THEN false
           WHEN r.change_triggered AND coalesce(r.recorder_state, 'NONE') NOT IN ('RECORDING', 'PENDING') THEN false
           WHEN r.unrecorded_types IS NOT NULL THEN false
           ELSE r.evaluated_at IS NOT NULL
         END AS up_to_date
  FROM conformance_pack p
  CROSS JOIN UNNEST(p.rules) AS t(rule_name)
  CROSS JOIN limits l
  CROSS JOIN patience w
  LEFT JOIN rule_result r ON r.account_id = p.account_id AND r.region = p.region AND r.rule_name = t.rule_name
),
packs AS (
  SELECT account_id,
         region,
         name,
         min(rule_name) FILTER (WHERE NOT up_to_date) AS stale,
         count(*) FILTER (WHERE complied) AS complied,
         min(evaluated_at) AS evaluated_at
  FROM held
  GROUP BY account_id, region, name
),
judged AS (
  SELECT p.account_id,
         p.region,
         p.arn AS resource_id,
         CASE
           WHEN cardinality(p.non_compliant_rules) > 0 THEN
             ARRAY['NON_COMPLIANT', 'The conformance pack ' || p.name || ' is broken by '
               || CAST(cardinality(p.non_compliant_rules) AS varchar) || ' of its rules.']
           WHEN p.state = 'CREATE_FAILED' THEN
             ARRAY['NON_COMPLIANT', 'The conformance pack ' || p.name || ' is not deployed: '
               || coalesce(p.state_reason, p.state) || '.']
           WHEN p.state = 'DELETE_FAILED' THEN
             ARRAY['NON_COMPLIANT', 'The conformance pack ' || p.name || ' could not be deleted: '
               || coalesce(p.state_reason, p.state) || '.']
           WHEN p.state IN ('CREATE_IN_PROGRESS', 'DELETE_IN_PROGRESS') THEN
             ARRAY['INSUFFICIENT_DATA', 'The conformance pack ' || p.name || ' is being deployed or deleted.']
           WHEN coalesce(p.state, '') <> 'CREATE_COMPLETE' THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config does not say whether the conformance pack ' || p.name
               || ' is deployed.']
           WHEN h.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The conformance pack ' || p.name || ' has no rule.']
           WHEN c.unread_verdict IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The rules of the conformance pack ' || p.name || ' could not be read: '
               || c.unread_reason]
           WHEN h.stale IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The rule ' || h.stale || ' of the conformance pack ' || p.name
               || ' has no result that is known to be up to date.']
           WHEN h.complied > 0 THEN
             ARRAY['COMPLIANT', 'Every rule of the conformance pack ' || p.name
               || ' is complied with, the first of them last evaluated on '
               || CAST(CAST(h.evaluated_at AS date) AS varchar) || '.']
           ELSE
             ARRAY['NOT_APPLICABLE', 'No rule of the conformance pack ' || p.name || ' applies to a resource.']
         END AS outcome
  FROM conformance_pack p
  LEFT JOIN packs h ON h.account_id = p.account_id AND h.region = p.region AND h.name = p.name
  LEFT JOIN coverage c ON c.source = 'config-rules' AND c.account_id = p.account_id AND c.region = p.region
  UNION ALL
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           ELSE ARRAY['NOT_APPLICABLE', 'There is no conformance pack.']
         END AS outcome
  FROM coverage c
  LEFT JOIN (SELECT DISTINCT account_id, region FROM conformance_pack) p
    ON p.account_id = c.account_id AND p.region = c.region
  WHERE c.source = 'config-conformance-packs' AND p.account_id IS NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
