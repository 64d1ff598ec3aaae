/*
id: config.rules_exist
version: 2
severity: MEDIUM
title:
  en: The account has AWS Config rules
  ja: アカウントにAWS Configルールがある
remediation:
  en: Deploy a conformance pack or organization rules to the account; without rules nothing says which resources differ from what is wanted.
  ja: アカウントに適合パックまたは組織ルールを展開してください。ルールがなければ、あるべき設定との差異を検出できません。
reasons:
  "AWS Config rules: {0}, in Regions: {1}.": "AWS Configルールが{0}件、{1}個のリージョンにあります。"
  "Whether {0} has AWS Config rules could not be read: {1}":
    "{0}にAWS Configルールがあるかどうかを読み取れませんでした。{1}"
  "No Region has an AWS Config rule.": "どのリージョンにもAWS Configルールがありません。"
  "The AWS Config rules judge resources before they are deployed only.":
    "AWS Configルールは展開前のリソースのみを評価します。"
sources: [config-rules]
age: none because which rules there are is of the moment in which they are listed
csf20:
  primary: PR.PS-01
  reason: Without rules nothing says what configuration is to be.
  secondary:
    DE.CM-09: Without rules nothing watches configuration for deviation.
csf11:
  primary: PR.IP-1
  reason: Without rules nothing holds resources to a baseline.
  secondary:
    DE.CM-7: Without rules nothing watches for what nobody approved.
*/
WITH rules AS (
  SELECT account_id,
         count(*) FILTER (WHERE NOT proactive) AS rules,
         count(DISTINCT region) FILTER (WHERE NOT proactive) AS regions,
         count(*) FILTER (WHERE proactive) AS proactive
  FROM rule_result
  WHERE coalesce(state, 'ACTIVE') NOT IN ('DELETING', 'DELETING_RESULTS')
  GROUP BY account_id
),
asked AS (
  SELECT account_id,
         min(region) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA' AND status <> 'EXCLUDED') AS unread_in,
         min(unread_reason) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA' AND status <> 'EXCLUDED') AS reason,
         min(unread_reason) FILTER (WHERE status = 'EXCLUDED') AS excluded_reason,
         min(unread_reason) FILTER (WHERE unread_verdict = 'NOT_APPLICABLE') AS closed_reason,
         count(*) FILTER (WHERE unread_verdict IS NULL) AS seen
  FROM coverage
  WHERE source = 'config-rules'
  GROUP BY account_id
),
judged AS (
  SELECT a.account_id,
         'global' AS region,
         a.account_id AS resource_id,
         CASE
           WHEN r.rules > 0 THEN
             ARRAY['COMPLIANT', 'AWS Config rules: ' || CAST(r.rules AS varchar) || ', in Regions: '
               || CAST(r.regions AS varchar) || '.']
           WHEN a.unread_in IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether ' || a.unread_in || ' has AWS Config rules could not be read: '
               || a.reason]
           WHEN a.excluded_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', a.excluded_reason]
           WHEN a.seen = 0 THEN ARRAY['NOT_APPLICABLE', a.closed_reason]
           WHEN r.proactive > 0 THEN
             ARRAY['NON_COMPLIANT', 'The AWS Config rules judge resources before they are deployed only.']
           ELSE ARRAY['NON_COMPLIANT', 'No Region has an AWS Config rule.']
         END AS outcome
  FROM asked a
  LEFT JOIN rules r ON r.account_id = a.account_id
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
