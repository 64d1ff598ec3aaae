/*
below: trails
order: 1
heading: {en: Coverage by account and Region, ja: アカウント・リージョン別の対象状況}
dataset: trail_coverage
empty:
  en: "Nothing: no Region was asked."
  ja: ありません。対象のリージョンがありません。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: trails, kind: list, width: 40}
- {name: covered, kind: flag}
- {name: management_events, kind: word, width: 20, words: management_events}
- {name: trail_accounts, kind: list, width: 16}
*/
SELECT t.account_id AS account, a.name AS account_name, t.region, list_sort(t.trail_arns) AS trails, t.covered,
  t.management_events, list_sort(t.trail_account_ids) AS trail_accounts
FROM trail_coverage t LEFT JOIN account a ON a.account_id = t.account_id
ORDER BY CASE WHEN NOT t.covered THEN 1 WHEN t.covered IS NULL THEN 2 ELSE 3 END, t.account_id, t.region
