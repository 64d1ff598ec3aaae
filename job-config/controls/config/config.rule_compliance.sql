/*
id: config.rule_compliance
version: 1
severity: MEDIUM
title:
  en: Resources comply with the AWS Config rules
  ja: リソースがAWS Configルールに準拠している
remediation:
  en: Open the rule and repair the resources that it names, which the dataset config_resource_compliance lists.
  ja: ルールを開き、該当リソースを修正してください(データセットconfig_resource_complianceに一覧があります)。
reasons:
  "Every resource complies with {0}.": "すべてのリソースがルール{0}に準拠しています。"
  "{0} is broken by more than {1} resources.": "ルール{0}に準拠していないリソースが{1}件を超えています。"
  "{0} is broken by an unknown number of resources.": "ルール{0}に準拠していないリソースがあります(件数不明)。"
  "{0} is broken by {1} resources.": "ルール{0}に準拠していないリソースが{1}件あります。"
  "{0} applies to no resource.": "ルール{0}の対象となるリソースがありません。"
  "{0} has no result.": "ルール{0}の評価結果がありません。"
  "There is no AWS Config rule.": "AWS Configルールがありません。"
sources: [config-rules]
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
WITH judged AS (
  SELECT r.account_id,
         r.region,
         r.rule_arn AS resource_id,
         CASE
           WHEN r.compliance = 'COMPLIANT' THEN
             ARRAY['COMPLIANT', 'Every resource complies with ' || r.rule_name || '.']
           WHEN r.compliance = 'NON_COMPLIANT' THEN
             ARRAY['NON_COMPLIANT', r.rule_name || ' is broken by '
               || coalesce(CASE WHEN r.count_capped THEN 'more than ' ELSE '' END
                  || CAST(r.non_compliant_resources AS varchar), 'an unknown number of') || ' resources.']
           WHEN r.compliance = 'NOT_APPLICABLE' THEN ARRAY['NOT_APPLICABLE', r.rule_name || ' applies to no resource.']
           ELSE ARRAY['INSUFFICIENT_DATA', r.rule_name || ' has no result.']
         END AS outcome
  FROM config_rule_compliance r
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
