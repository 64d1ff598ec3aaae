/*
id: config.rule_compliance
version: 3
severity: MEDIUM
title:
  en: Resources comply with the AWS Config rules
  ja: リソースがAWS Configルールに準拠している
remediation:
  en: Open the rule and repair the resources that it names, which the dataset config_resource_compliance lists.
  ja: ルールを開き、該当リソースを修正してください(データセットconfig_resource_complianceに一覧があります)。
reasons:
  "Every resource complies with {0}, last evaluated on {1}.": "すべてのリソースがルール{0}に準拠しています(最終評価日{1})。"
  "{0} is broken by more than {1} resources.": "ルール{0}に準拠していないリソースが{1}件を超えています。"
  "{0} is broken by an unknown number of resources.": "ルール{0}に準拠していないリソースがあります(件数不明)。"
  "{0} is broken by {1} resources.": "ルール{0}に準拠していないリソースが{1}件あります。"
  "{0} is broken by more than {1} resources, last evaluated on {2}.":
    "ルール{0}に準拠していないリソースが{1}件を超えています(最終評価日{2})。"
  "{0} is broken by an unknown number of resources, last evaluated on {1}.":
    "ルール{0}に準拠していないリソースがあります(件数不明、最終評価日{1})。"
  "{0} is broken by {1} resources, last evaluated on {2}.":
    "ルール{0}に準拠していないリソースが{1}件あります(最終評価日{2})。"
  "{0} was evaluated on {1} and applies to no resource.": "ルール{0}は{1}に評価され、対象となるリソースがありません。"
  "{0} has no result.": "ルール{0}の評価結果がありません。"
  "Rule {0} judges resources before they are deployed only.": "ルール{0}は展開前のリソースのみを評価します。"
  "{0} is being deleted.": "ルール{0}は削除中です。"
  "When {0} was evaluated could not be read: {1}": "ルール{0}がいつ評価されたかを読み取れませんでした。{1}"
  "The evaluation of {0} last failed on {1}: {2}.": "ルール{0}の評価が{1}に失敗しています({2})。"
  "AWS Config names no successful evaluation of {0}.": "ルール{0}が正常に評価された記録がAWS Configにありません。"
  "{0} was last evaluated on {1}, longer ago than {2} of its periods.":
    "ルール{0}の最終評価日は{1}で、評価周期の{2}倍より前です。"
  "Whether a recorder feeds {0} could not be read: {1}":
    "ルール{0}の評価に必要な記録が行われているかどうかを読み取れませんでした。{1}"
  "{0} was last evaluated on {1}, and no recorder is known to have fed it since.":
    "ルール{0}の最終評価日は{1}で、以後の変更が記録されていることを確認できません。"
  "{0} is fed by changes of {1}, which no recorder here is known to record.":
    "ルール{0}は{1}の変更により評価されますが、それを記録している設定レコーダーを確認できません。"
  "There is no AWS Config rule.": "AWS Configルールがありません。"
  "no error code": "エラーコードなし"
sources: [config-rules, config-rule-status, config-recorder]
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
  reason: Rules say what configuration is to be, and which resources differ.
  secondary:
    DE.CM-09: A rule watches software and configuration for deviation.
csf11:
  primary: PR.IP-1
  reason: Rules hold resources to a baseline.
  secondary:
    DE.CM-7: A rule watches for what nobody approved.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS periods FROM parameter WHERE control_id = 'config.rule_compliance' AND name = 'periods'
),
patience AS (
  SELECT CAST(value AS bigint) AS pending_hours
  FROM parameter
  WHERE control_id = 'config.rule_compliance' AND name = 'pending_hours'
),
judged AS (
  SELECT r.account_id,
         r.region,
         r.rule_arn AS resource_id,
         CASE
           WHEN r.compliance = 'NON_COMPLIANT' THEN
             ARRAY['NON_COMPLIANT', r.rule_name || ' is broken by '
               || coalesce(CASE WHEN r.count_capped THEN 'more than ' ELSE '' END
                  || CAST(r.non_compliant_resources AS varchar), 'an unknown number of') || ' resources'
               || coalesce(', last evaluated on ' || CAST(CAST(r.evaluated_at AS date) AS varchar), '') || '.']
           WHEN r.proactive THEN
             ARRAY['NOT_APPLICABLE', 'Rule ' || r.rule_name || ' judges resources before they are deployed only.']
           WHEN coalesce(r.compliance, '') NOT IN ('COMPLIANT', 'INSUFFICIENT_DATA', 'NOT_APPLICABLE') THEN
             ARRAY['INSUFFICIENT_DATA', r.rule_name || ' has no result.']
           WHEN r.state IN ('DELETING', 'DELETING_RESULTS') THEN
             ARRAY['INSUFFICIENT_DATA', r.rule_name || ' is being deleted.']
           WHEN r.status_unread_reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'When ' || r.rule_name || ' was evaluated could not be read: '
               || r.status_unread_reason]
           WHEN r.failed_at IS NOT NULL AND (r.evaluated_at IS NULL OR r.failed_at >= r.evaluated_at) THEN
             ARRAY['INSUFFICIENT_DATA', 'The evaluation of ' || r.rule_name || ' last failed on '
               || CAST(CAST(r.failed_at AS date) AS varchar) || ': ' || coalesce(r.error_code, 'no error code') || '.']
           WHEN r.evaluated_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config names no successful evaluation of ' || r.rule_name || '.']
           WHEN r.evaluated_at < r.collected_at - r.period_hours * l.periods * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', r.rule_name || ' was last evaluated on '
               || CAST(CAST(r.evaluated_at AS date) AS varchar) || ', longer ago than ' || CAST(l.periods AS varchar)
               || ' of its periods.']
           WHEN r.change_triggered AND r.recorder_unread_reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether a recorder feeds ' || r.rule_name || ' could not be read: '
               || r.recorder_unread_reason]
           WHEN r.change_triggered AND (coalesce(r.recorder_state, 'NONE') NOT IN ('RECORDING', 'PENDING')
             OR (r.recorder_state = 'PENDING'
               AND coalesce(r.recorder_changed_at < r.collected_at - p.pending_hours * INTERVAL '1' HOUR, true))) THEN
             ARRAY['INSUFFICIENT_DATA', r.rule_name || ' was last evaluated on '
               || CAST(CAST(r.evaluated_at AS date) AS varchar)
               || ', and no recorder is known to have fed it since.']
           WHEN r.unrecorded_types IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', r.rule_name || ' is fed by changes of ' || r.unrecorded_types
               || ', which no recorder here is known to record.']
           WHEN r.compliance = 'COMPLIANT' THEN
             ARRAY['COMPLIANT', 'Every resource complies with ' || r.rule_name || ', last evaluated on '
               || CAST(CAST(r.evaluated_at AS date) AS varchar) || '.']
           ELSE ARRAY['NOT_APPLICABLE', r.rule_name || ' was evaluated on '
             || CAST(CAST(r.evaluated_at AS date) AS varchar) || ' and applies to no resource.']
         END AS outcome
  FROM rule_result r
  CROSS JOIN limits l
  CROSS JOIN patience p
  UNION ALL
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           ELSE ARRAY['NOT_APPLICABLE', 'There is no AWS Config rule.']
         END AS outcome
  FROM coverage c
  LEFT JOIN (SELECT DISTINCT account_id, region FROM config_rule_compliance) r
    ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-rules' AND r.account_id IS NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
