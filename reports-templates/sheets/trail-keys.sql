/*
below: trails
order: 2
heading: {en: Keys of trails, ja: 証跡のキー}
sources: [cloudtrail-key]
dataset: trail_key
empty:
  en: "Nothing: no key of a trail was found. Coverage says where we could look."
  ja: ありません。証跡のキーは見つかりませんでした。確認できた範囲は収集状況を参照してください。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: kms, width: 60}
- {name: found, kind: flag}
- {name: key_state, width: 20}
- {name: key_manager, width: 16}
- {name: key_origin, width: 16}
- {name: deletion, kind: time}
- {name: rotation, kind: flag}
- {name: rotation_days, kind: number, width: 16}
*/
SELECT k.account_id AS account, a.name AS account_name, k.region, k.arn AS kms, k.found, k.state AS key_state,
  k.manager AS key_manager, k.origin AS key_origin, k.deletion_at AS deletion, k.rotating AS rotation, k.rotation_days
FROM trail_key k LEFT JOIN account a ON a.account_id = k.account_id
ORDER BY k.account_id, k.region, k.arn
