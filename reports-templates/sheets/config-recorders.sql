/*
below: config-rules
order: 1
heading: {en: Configuration recorders, ja: 設定レコーダー}
sources: [config-recorder]
dataset: config_recorder
empty:
  en: "Nothing: no configuration recorder was found."
  ja: ありません。設定レコーダーは見つかりませんでした。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: recorder, width: 44}
- {name: recording, kind: flag}
- {name: last_status, width: 20}
- {name: last_error, width: 20}
- {name: all_types, kind: flag}
- {name: types, kind: list, width: 30}
- {name: types_left_out, kind: list, width: 30}
- {name: status_changed, kind: time}
*/
SELECT r.account_id AS account, a.name AS account_name, r.region, r.name AS recorder, r.recording, r.last_status,
  r.last_error_code AS last_error, r.all_supported AS all_types, list_sort(r.resource_types) AS types,
  list_sort(r.excluded_resource_types) AS types_left_out, r.last_status_changed_at AS status_changed
FROM config_recorder r LEFT JOIN account a ON a.account_id = r.account_id
ORDER BY r.recording NULLS FIRST, r.account_id, r.region, r.name
