/*
below: config-rules
order: 2
heading: {en: Delivery channels, ja: 配信チャネル}
sources: [config-delivery]
dataset: config_delivery
empty:
  en: "Nothing: no delivery channel was found."
  ja: ありません。配信チャネルは見つかりませんでした。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: channel, width: 44}
- {name: last_status, width: 20}
- {name: bucket, width: 40}
- {name: last_error, width: 20}
- {name: last_success, kind: time}
*/
SELECT d.account_id AS account, a.name AS account_name, d.region, d.name AS channel, d.last_status, d.bucket,
  d.last_error_code AS last_error, d.last_success_at AS last_success
FROM config_delivery d LEFT JOIN account a ON a.account_id = d.account_id
ORDER BY CASE d.last_status WHEN 'SUCCESS' THEN 2 ELSE 1 END, d.account_id, d.region, d.name
