/*
id: cloudtrail.key_enabled
version: 1
severity: HIGH
title:
  en: Keys by which trails encrypt can be used
  ja: 証跡の暗号化に用いるキーが使用できる状態である
remediation:
  en: Enable the key, cancel its deletion, or name another key in the trail; a trail whose key cannot be used delivers nothing.
  ja: キーを有効化するか、削除をキャンセルするか、証跡に別のキーを設定してください。キーが使用できない証跡からは何も配信されません。
reasons:
  "The key can be used: its state is {0}.":
    "キーは使用できます(状態は{0})。"
  "The key cannot be used: its state is {0}.":
    "キーは使用できません(状態は{0})。"
  "Whether the key can be used is not known: its state is {0}.":
    "キーを使用できるかどうかは不明です(状態は{0})。"
  "KMS does not say in which state the key is.":
    "キーの状態を、KMSが示していません。"
  "There is no such key: no file that it encrypted can be read.":
    "キーが存在しません。このキーで暗号化されたファイルは読み取れません。"
  "No trail names a key of this account.":
    "このアカウントのキーを使用する証跡はありません。"
sources: [cloudtrail-key, cloudtrail, cloudtrail-elsewhere]
age: none because it is the key's state at the time of the answer.
csf20:
  primary: PR.DS-01
  reason: Without its key no log can be encrypted, and none that was can be read.
csf11:
  primary: PR.DS-1
  reason: Without its key no log can be encrypted, and none that was can be read.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT k.found THEN
             ARRAY['NON_COMPLIANT', 'There is no such key: no file that it encrypted can be read.']
           WHEN k.state IN ('Enabled', 'Updating') THEN
             ARRAY['COMPLIANT', 'The key can be used: its state is ' || k.state || '.']
           WHEN k.state IN ('Disabled', 'PendingDeletion', 'PendingReplicaDeletion', 'PendingImport', 'Unavailable') THEN
             ARRAY['NON_COMPLIANT', 'The key cannot be used: its state is ' || k.state || '.']
           WHEN k.state IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the key can be used is not known: its state is ' || k.state || '.']
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
