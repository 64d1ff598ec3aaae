/*
sheet:
  name: {en: CloudTrail, ja: CloudTrail}
  note:
    en: "Every trail, and which account is covered in which Region."
    ja: すべての証跡と、アカウント・リージョンごとの対象状況です。
  order: 140
  colour: 548235
heading: {en: Trails, ja: 証跡}
sources: [cloudtrail, cloudtrail-elsewhere]
dataset: trail
empty:
  en: "Nothing: no trail was found. Coverage says where we could look."
  ja: ありません。証跡は見つかりませんでした。確認できた範囲は収集状況を参照してください。
words:
  management_events:
    ALL: {en: All, ja: すべて}
    READ_ONLY: {en: Read only, ja: 読み取りのみ}
    WRITE_ONLY: {en: Write only, ja: 書き込みのみ}
    EXCEPT: {en: All but some, ja: 一部を除くすべて}
    ONLY: {en: Only some, ja: 一部のみ}
    UNKNOWN: {en: Unknown, ja: 不明}
    NONE: {en: "None", ja: なし}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: trail, width: 40}
- {name: logging, kind: flag}
- {name: management_events, kind: word, width: 20, words: management_events}
- {name: multi_region, kind: flag}
- {name: organization_trail, kind: flag}
- {name: validation, kind: flag}
- {name: data_events, kind: flag}
- {name: bucket, width: 36}
- {name: kms, width: 36}
- {name: last_error, width: 20}
- {name: last_success, kind: time}
- {name: arn, width: 60}
*/
SELECT t.account_id AS account, a.name AS account_name, t.region, t.name AS trail, t.logging, t.management_events,
  t.multi_region, t.organization_trail, t.log_file_validation AS validation, t.data_events, t.bucket, t.kms_key_id AS kms,
  t.latest_delivery_error AS last_error, t.latest_delivery_at AS last_success, t.arn
FROM trail t LEFT JOIN account a ON a.account_id = t.account_id
ORDER BY t.organization_trail DESC NULLS LAST, t.account_id, t.region, t.arn
