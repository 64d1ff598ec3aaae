/*
id: cloudtrail.key_rotation
version: 1
severity: MEDIUM
title:
  en: Keys by which trails encrypt are rotated
  ja: 証跡の暗号化に用いるキーが自動ローテーションされる
remediation:
  en: Switch on the automatic rotation of the key, with a period of a year at most.
  ja: キーの自動ローテーションを、1年以内の間隔で有効にしてください。
reasons:
  "There is no such key, and so nothing that could be rotated.":
    "キーが存在しないため、ローテーションの対象がありません。"
  "KMS rotates no key that cannot be used: its state is {0}.":
    "使用できないキーはローテーションされません(状態は{0})。"
  "KMS cannot rotate a key of the kind {0} and the origin {1} by itself.":
    "KMSが自動ローテーションできないキーです(種類は{0}、オリジンは{1})。"
  "KMS does not rotate the key.":
    "キーの自動ローテーションが無効です。"
  "KMS rotates the key every {0} days, more than {1}.":
    "キーのローテーション間隔は{0}日で、{1}日を超えています。"
  "KMS rotates the key every {0} days.":
    "キーは{0}日ごとにローテーションされます。"
  "KMS rotates the key; of the days between it says nothing.":
    "キーはローテーションされます。間隔は示されていません。"
  "Whether KMS rotates the key is not known.":
    "キーがローテーションされるかどうかは不明です。"
  "No trail names a key of this account.":
    "このアカウントのキーを使用する証跡はありません。"
parameters:
  days:
    type: number
    default: 366
    meaning:
      en: The most days that may lie between two rotations.
      ja: キーのローテーション間隔として認める最大の日数。
sources: [cloudtrail-key, cloudtrail, cloudtrail-elsewhere]
age: none because it is the key's setting.
csf20:
  primary: PR.DS-01
  reason: A key that is renewed guards stored logs better.
csf11:
  primary: PR.DS-1
  reason: A key that is renewed guards stored logs better.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS days FROM parameter WHERE control_id = 'cloudtrail.key_rotation' AND name = 'days'
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT k.found THEN ARRAY['NOT_APPLICABLE', 'There is no such key, and so nothing that could be rotated.']
           WHEN k.state NOT IN ('Enabled', 'Updating') THEN
             ARRAY['NOT_APPLICABLE', 'KMS rotates no key that cannot be used: its state is ' || k.state || '.']
           WHEN k.origin <> 'AWS_KMS' OR k.spec <> 'SYMMETRIC_DEFAULT' THEN
             ARRAY['NOT_APPLICABLE', 'KMS cannot rotate a key of the kind ' || coalesce(k.spec, '-') || ' and the origin '
               || coalesce(k.origin, '-') || ' by itself.']
           WHEN NOT k.rotating THEN ARRAY['NON_COMPLIANT', 'KMS does not rotate the key.']
           WHEN k.rotation_days > l.days THEN
             ARRAY['NON_COMPLIANT', 'KMS rotates the key every ' || CAST(k.rotation_days AS varchar)
               || ' days, more than ' || CAST(l.days AS varchar) || '.']
           WHEN k.rotating AND k.rotation_days IS NOT NULL THEN
             ARRAY['COMPLIANT', 'KMS rotates the key every ' || CAST(k.rotation_days AS varchar) || ' days.']
           WHEN k.rotating THEN ARRAY['COMPLIANT', 'KMS rotates the key; of the days between it says nothing.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Whether KMS rotates the key is not known.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
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
