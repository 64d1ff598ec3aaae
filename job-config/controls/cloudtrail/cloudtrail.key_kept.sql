/*
id: cloudtrail.key_kept
version: 2
severity: HIGH
title:
  en: Keys by which trails encrypt are not to be deleted
  ja: 証跡の暗号化に用いるキーの削除が予定されていない
remediation:
  en: Cancel the deletion of the key, or import its material without expiry; keep it for as long as any log file that it encrypted.
  ja: キーの削除をキャンセルするか、キーマテリアルを有効期限なしでインポートし直し、そのキーで暗号化したログファイルを保持する間はキーも保持してください。
reasons:
  "KMS will delete the key when its replicas are gone.":
    "レプリカがすべて削除されると、KMSがこのキーを削除します。"
  "KMS will delete the key on {0}.":
    "KMSは{0}にこのキーを削除します。"
  "KMS will delete the key; it does not say when.":
    "KMSがこのキーを削除します。削除日は示されていません。"
  "The key has no material: no file that it encrypted can be read until it is imported again.":
    "キーマテリアルがありません。再びインポートするまで、このキーで暗号化されたファイルは読み取れません。"
  "KMS will delete the imported material of the key on {0}.":
    "KMSは{0}に、インポートされたキーマテリアルを削除します。"
  "KMS will delete the imported material of the key; it does not say when.":
    "KMSがインポートされたキーマテリアルを削除します。削除日は示されていません。"
  "KMS names {0} as the day of its deletion, but its state is {1}.":
    "KMSは{0}を削除日としていますが、キーの状態は{1}です。"
  "The key is not to be deleted: its state is {0}.":
    "キーの削除は予定されていません(状態は{0})。"
  "KMS does not say in which state the key is.":
    "キーの状態を、KMSが示していません。"
  "There is no such key: no file that it encrypted can be read.":
    "キーが存在しません。このキーで暗号化されたファイルは読み取れません。"
  "No trail names a key of this account.":
    "このアカウントのキーを使用する証跡はありません。"
sources: [cloudtrail-key, cloudtrail, cloudtrail-elsewhere]
age: none because it is what KMS is to do with the key, as of the answer.
csf20:
  primary: PR.DS-01
  reason: Stored logs are lost with the key that encrypts them.
csf11:
  primary: PR.DS-1
  reason: Stored logs are lost with the key that encrypts them.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT k.found THEN
             ARRAY['NON_COMPLIANT', 'There is no such key: no file that it encrypted can be read.']
           WHEN k.state = 'PendingReplicaDeletion' THEN
             ARRAY['NON_COMPLIANT', 'KMS will delete the key when its replicas are gone.']
           WHEN k.state = 'PendingDeletion' AND k.deletion_at IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'KMS will delete the key on ' || CAST(CAST(k.deletion_at AS date) AS varchar) || '.']
           WHEN k.state = 'PendingDeletion' THEN
             ARRAY['NON_COMPLIANT', 'KMS will delete the key; it does not say when.']
           WHEN k.state = 'PendingImport' THEN
             ARRAY['NON_COMPLIANT',
               'The key has no material: no file that it encrypted can be read until it is imported again.']
           WHEN k.material_expires_at IS NOT NULL AND coalesce(k.material_expires, true) THEN
             ARRAY['NON_COMPLIANT', 'KMS will delete the imported material of the key on '
               || CAST(CAST(k.material_expires_at AS date) AS varchar) || '.']
           WHEN k.material_expires THEN
             ARRAY['NON_COMPLIANT', 'KMS will delete the imported material of the key; it does not say when.']
           WHEN k.deletion_at IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'KMS names ' || CAST(CAST(k.deletion_at AS date) AS varchar)
               || ' as the day of its deletion, but its state is ' || coalesce(k.state, '-') || '.']
           WHEN k.state IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The key is not to be deleted: its state is ' || k.state || '.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'KMS does not say in which state the key is.']
         END AS outcome
  FROM coverage c
  LEFT JOIN trail_key k ON k.arn = c.resource_id
  WHERE c.source = 'cloudtrail-key'
  UNION ALL
  SELECT s.account_id,
         'global' AS region,
         s.account_id AS resource_id,
         CASE
           WHEN s.unread_verdict = 'INSUFFICIENT_DATA' THEN ARRAY[s.unread_verdict, s.unread_reason]
           ELSE ARRAY['NOT_APPLICABLE', 'No trail names a key of this account.']
         END AS outcome
  FROM trail_sight s
  WHERE s.unread_verdict = 'INSUFFICIENT_DATA'
     OR s.account_id NOT IN (SELECT account_id FROM coverage WHERE source = 'cloudtrail-key')
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
