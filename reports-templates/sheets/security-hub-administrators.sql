/*
below: security-hub
order: 1
heading: {en: Administrators and their configuration, ja: 管理者と組織設定}
sources: [securityhub-administrators, securityhub-organization, securityhub-aggregator]
dataset: securityhub_administrator
empty:
  en: "Nothing: nobody administers Security Hub for the organization."
  ja: ありません。Security Hubの管理者はいません。
columns:
- {name: region, width: 16}
- {name: administrator, kind: account, head: {en: On Security Hub's list, ja: Security Hubの一覧}}
- {name: on_organizations_list, kind: flag, head: {en: On Organizations' list, ja: Organizationsの一覧}}
- {name: configuration, width: 14, head: {en: Configuration, ja: 設定方式}}
- {name: configuration_status, width: 14, head: {en: Status of the configuration, ja: 設定の状態}}
- {name: auto_enable, kind: flag, head: {en: Turned on in new accounts (LOCAL), ja: 新規アカウントで有効化 (LOCAL)}}
- {name: home, width: 16, head: {en: Home Region, ja: ホームリージョン}}
- {name: linking, width: 32, head: {en: Regions linked, ja: リージョンのリンク}}
- {name: comes_home, kind: flag, head: {en: Its findings come home, ja: 検出結果の集約}}
*/
WITH delegated AS (
  SELECT DISTINCT administrator_id FROM delegated_administrator WHERE service_principal LIKE 'securityhub.amazonaws.%'
)
SELECT g.region, g.administrator_id AS administrator, d.administrator_id IS NOT NULL AS on_organizations_list,
  o.configuration_type AS configuration, o.configuration_status,
  CASE WHEN coalesce(o.configuration_type, 'LOCAL') = 'LOCAL' THEN o.auto_enable END AS auto_enable,
  f.finding_aggregation_region AS home, f.region_linking_mode AS linking, h.region IS NOT NULL AS comes_home
FROM securityhub_administrator g
LEFT JOIN delegated d ON d.administrator_id = g.administrator_id
LEFT JOIN securityhub_organization o ON o.account_id = g.administrator_id AND o.region = g.region
LEFT JOIN securityhub_aggregator f ON f.account_id = g.administrator_id
LEFT JOIN securityhub_home h ON h.administrator_id = g.administrator_id AND h.region = g.region
ORDER BY g.region, g.administrator_id
