/*
below: config-rules
order: 3
heading: {en: Aggregators, ja: アグリゲータ}
sources: [config-aggregator]
dataset: config_aggregator
empty:
  en: "Nothing: no aggregator was found."
  ja: ありません。アグリゲータは見つかりませんでした。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: aggregator, width: 44}
- {name: whole_organization, kind: flag}
- {name: all_regions, kind: flag}
- {name: regions, kind: list, width: 30}
- {name: failed_sources, kind: list, width: 40}
*/
SELECT g.account_id AS account, a.name AS account_name, g.region, g.name AS aggregator,
  g.organization AS whole_organization, g.all_regions, list_sort(g.regions) AS regions,
  list_sort(g.failed_sources) AS failed_sources
FROM config_aggregator g LEFT JOIN account a ON a.account_id = g.account_id
ORDER BY g.account_id, g.region, g.name
