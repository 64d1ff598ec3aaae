/*
below: trails
order: 3
heading: {en: Buckets of trails, ja: 証跡のバケット}
sources: [cloudtrail-bucket]
dataset: trail_bucket
empty:
  en: "Nothing: no bucket of a trail was found. Coverage says where we could look."
  ja: ありません。証跡のバケットは見つかりませんでした。確認できた範囲は収集状況を参照してください。
words:
  transport:
    ALL: {en: All, ja: すべて}
    SOME: {en: Only some, ja: 一部のみ}
    NONE: {en: "None", ja: なし}
    UNKNOWN: {en: Unknown, ja: 不明}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: bucket, width: 60}
- {name: found, kind: flag}
- {name: public_policy, kind: flag}
- {name: public_grants, kind: list, width: 26}
- {name: public_block, kind: flag}
- {name: tls, kind: word, width: 16, words: transport}
- {name: access_log, width: 30}
- {name: versioning, width: 16}
- {name: mfa_delete, kind: flag}
- {name: lock, width: 16}
- {name: lock_days, kind: number}
*/
SELECT b.account_id AS account, a.name AS account_name, b.bucket_region AS region, b.arn AS bucket, b.found,
  b.policy_public AS public_policy, b.public_grants, b.ignores_public_acls AND b.restricts_public_policy AS public_block,
  b.transport AS tls, b.log_bucket AS access_log, b.versioning, b.mfa_delete, b.lock_mode AS lock, b.lock_days
FROM trail_bucket b LEFT JOIN account a ON a.account_id = b.account_id
ORDER BY b.account_id, b.arn
