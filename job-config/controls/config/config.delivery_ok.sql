/*
id: config.delivery_ok
version: 3
severity: MEDIUM
title:
  en: AWS Config delivers what it records
  ja: AWS Configの記録が正常に配信されている
remediation:
  en: Create a delivery channel, start the recorder, or repair the bucket, its policy or the topic that the error names.
  ja: 配信チャネルを作成するか、設定レコーダーを開始するか、エラーが示すバケット、バケットポリシー、トピックを修正してください。
reasons:
  "There is no delivery channel.": "配信チャネルがありません。"
  "The latest delivery failed: {0}.": "直近の配信が失敗しています({0})。"
  "The latest delivery failed on {0}: {1}.": "直近の配信が{0}に失敗しています({1})。"
  "no error code": "エラーコードなし"
  "The latest delivery succeeded on {0}.": "直近の配信は{0}に成功しています。"
  "AWS Config names no delivery yet.": "AWS Configにまだ配信の記録がありません。"
  "Nothing is delivered, since there is no configuration recorder.":
    "設定レコーダーがないため、何も配信されていません。"
  "Nothing is delivered, since the configuration recorder is stopped.":
    "設定レコーダーが停止しているため、何も配信されていません。"
  "Whether anything is recorded here could not be read: {0}":
    "ここで記録が行われているかどうかを読み取れませんでした。{0}"
  "The delivery channel is not known to be fed: the configuration recorder last failed.":
    "配信すべき記録があるかどうかを確認できません。設定レコーダーの直近の記録が失敗しています。"
  "The delivery channel is not known to be fed: the configuration recorder is pending.":
    "配信すべき記録があるかどうかを確認できません。設定レコーダーが保留中のままです。"
  "The delivery channel is not known to be fed: AWS Config does not say how the configuration recorder fares.":
    "配信すべき記録があるかどうかを確認できません。設定レコーダーの状態をAWS Configが示していません。"
  "The latest delivery was on {0}, and AWS Config does not say when the configuration recorder last recorded.":
    "直近の配信は{0}で、設定レコーダーが最後に記録した時期をAWS Configが示していません。"
  "What was recorded on {0} is not known to be delivered: the latest delivery was on {1}.":
    "{0}に記録された内容が配信されたことを確認できません。直近の配信は{1}です。"
sources: [config-delivery, config-recorder]
parameters:
  pending_hours:
    type: number
    default: 24
    meaning:
      en: For how many hours a recorder may be pending and still count as recording.
      ja: 設定レコーダーが保留中のまま何時間まで記録中とみなすか。
  hours:
    type: number
    default: 12
    meaning:
      en: Within how many hours what is recorded has to be delivered; AWS Config delivers every six hours.
      ja: 記録された内容が何時間以内に配信されるべきか。AWS Configは6時間ごとに配信します。
  behind_hours:
    type: number
    default: 48
    meaning:
      en: For how many hours the recorder may go on recording while no delivery succeeds; in a quiet Region both stand still.
      ja: 配信の成功がないまま、設定レコーダーが何時間記録を続けてもよいか。変更のないリージョンでは、記録も配信もありません。
age: [config_delivery.last_success_at, config_recording.changed_at]
csf20:
  primary: PR.PS-04
  reason: The delivered history is a log of changes.
  secondary:
    PR.PS-01: The history of configuration is kept only where it is delivered.
csf11:
  primary: PR.PT-1
  reason: The delivered history is a log of changes.
  secondary:
    PR.IP-1: The history of configuration is kept only where it is delivered.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'config.delivery_ok' AND name = 'hours'
),
patience AS (
  SELECT CAST(value AS bigint) AS pending_hours
  FROM parameter
  WHERE control_id = 'config.delivery_ok' AND name = 'pending_hours'
),
lag AS (
  SELECT CAST(value AS bigint) AS behind_hours
  FROM parameter
  WHERE control_id = 'config.delivery_ok' AND name = 'behind_hours'
),
channels AS (
  SELECT account_id,
         region,
         count(*) FILTER (WHERE last_status = 'FAILURE') AS failed,
         count(*) FILTER (WHERE last_status = 'SUCCESS') AS succeeded,
         min(last_error_code) AS error_code,
         max(last_failed_at) AS failed_at,
         max(last_success_at) AS last_success_at
  FROM config_delivery
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.account_id IS NULL THEN ARRAY['NON_COMPLIANT', 'There is no delivery channel.']
           WHEN d.failed > 0 THEN
             ARRAY['NON_COMPLIANT', 'The latest delivery failed'
               || coalesce(' on ' || CAST(CAST(d.failed_at AS date) AS varchar), '') || ': '
               || coalesce(d.error_code, 'no error code') || '.']
           WHEN r.state = 'NONE' THEN
             ARRAY['NON_COMPLIANT', 'Nothing is delivered, since there is no configuration recorder.']
           WHEN r.state = 'STOPPED' THEN
             ARRAY['NON_COMPLIANT', 'Nothing is delivered, since the configuration recorder is stopped.']
           WHEN r.state IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether anything is recorded here could not be read: '
               || coalesce(r.unread_reason, 'Could not be read.')]
           WHEN d.succeeded = 0 OR d.last_success_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'AWS Config names no delivery yet.']
           WHEN r.state = 'FAILING' THEN
             ARRAY['INSUFFICIENT_DATA',
               'The delivery channel is not known to be fed: the configuration recorder last failed.']
           WHEN r.state = 'PENDING'
             AND coalesce(r.changed_at < c.collected_at - p.pending_hours * INTERVAL '1' HOUR, true) THEN
             ARRAY['INSUFFICIENT_DATA',
               'The delivery channel is not known to be fed: the configuration recorder is pending.']
           WHEN r.state = 'UNKNOWN' THEN
             ARRAY['INSUFFICIENT_DATA', 'The delivery channel is not known to be fed: AWS Config does not say how the '
               || 'configuration recorder fares.']
           WHEN r.changed_at > d.last_success_at AND r.changed_at < c.collected_at - l.hours * INTERVAL '1' HOUR
             OR r.changed_at > d.last_success_at + g.behind_hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'What was recorded on ' || CAST(CAST(r.changed_at AS date) AS varchar)
               || ' is not known to be delivered: the latest delivery was on '
               || CAST(CAST(d.last_success_at AS date) AS varchar) || '.']
           WHEN r.changed_at IS NULL AND d.last_success_at < c.collected_at - g.behind_hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The latest delivery was on ' || CAST(CAST(d.last_success_at AS date) AS varchar)
               || ', and AWS Config does not say when the configuration recorder last recorded.']
           ELSE ARRAY['COMPLIANT', 'The latest delivery succeeded on '
             || CAST(CAST(d.last_success_at AS date) AS varchar) || '.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
  CROSS JOIN patience p
  CROSS JOIN lag g
  LEFT JOIN channels d ON d.account_id = c.account_id AND d.region = c.region
  LEFT JOIN config_recording r ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'config-delivery'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
