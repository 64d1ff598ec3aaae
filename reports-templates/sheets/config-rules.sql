/*
sheet:
  name: {en: AWS Config, ja: AWS Config}
  note:
    en: "Rules, configuration recorders, delivery channels and aggregators."
    ja: ルール、設定レコーダー、配信チャネル、アグリゲータです。
  order: 130
  colour: 548235
heading: {en: Rules, ja: ルール}
sources: [config-rules, config-rule-details]
dataset: config_rule_compliance
empty:
  en: "Nothing: no rule was found. Coverage says where we could look."
  ja: ありません。ルールは見つかりませんでした。確認できた範囲は収集状況を参照してください。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: rule, width: 44}
- {name: compliance, kind: verdict, width: 20}
- {name: rule_identifier, width: 44}
- {name: owner, width: 16}
- {name: resources, kind: number}
- {name: capped, kind: flag}
- {name: csf20, width: 12}
- {name: csf11, width: 12}
- {name: arn, width: 60}
*/
SELECT r.account_id AS account, a.name AS account_name, r.region, r.rule_name AS rule, r.compliance, r.rule_identifier,
  r.owner, r.non_compliant_resources AS resources, r.count_capped AS capped, m.csf20_primary AS csf20,
  m.csf11_primary AS csf11, r.rule_arn AS arn
FROM config_rule_compliance r
LEFT JOIN account a ON a.account_id = r.account_id
LEFT JOIN config_rule_csf m ON m.rule_identifier = r.rule_identifier
ORDER BY CASE coalesce(r.compliance, 'INSUFFICIENT_DATA') WHEN 'NON_COMPLIANT' THEN 1 WHEN 'INSUFFICIENT_DATA' THEN 2
  ELSE 3 END, r.account_id, r.region, r.rule_name
