/*
id: root.recent_use
version: 2
severity: HIGH
title:
  en: The root user was not used in the last {days} days
  ja: 過去{days}日間にルートユーザーが使用されていない
remediation:
  en: Find out who used the root user and for what; give that task a role or a privileged root session.
  ja: ルートユーザーを誰が何のために使用したかを確認し、その作業にはロールまたは特権ルートセッションを割り当ててください。
reasons:
  "The root user was last used on {0}, less than {1} days ago.": "ルートユーザーは{0}に使用されており、{1}日以内です。"
  "The root user was last used on {0}, more than {1} days ago.":
    "ルートユーザーが最後に使用されたのは{0}で、{1}日より前です。"
  "The credential report of {0} knows of no use of the root user.":
    "{0}の認証情報レポートに、ルートユーザーの使用の記録がありません。"
  "The credential report was made on {0}, more than {1} hours before it was read.":
    "認証情報レポートが作成されたのは{0}で、読み取りの{1}時間より前です。"
  "The credential report does not say when it was made.": "認証情報レポートに、作成日時が示されていません。"
  "Nobody can sign in as the root user in the partition {0}.":
    "パーティション{0}では、ルートユーザーとしてサインインできません。"
  "The credential report does not say when the root user was last used.":
    "ルートユーザーの最終使用日時が、認証情報レポートに示されていません。"
parameters:
  days:
    type: number
    default: 90
    meaning:
      en: For how many days the use of the root user counts as recent.
      ja: ルートユーザーの使用を最近の使用とみなす日数。
  report_hours:
    type: number
    default: 48
    meaning:
      en: For how many hours after it was made the credential report counts.
      ja: 認証情報レポートを作成から何時間まで有効とみなすか。
sources: [iam-credential-report]
age: [root_user.report_made_at, root_user.last_used_at]
csf20:
  primary: PR.AA-05
  reason: Daily work under the root user is the opposite of least privilege.
csf11:
  primary: PR.AC-4
  reason: Daily work under the root user is the opposite of least privilege.
*/
WITH recent AS (
  SELECT CAST(value AS bigint) AS days FROM parameter WHERE control_id = 'root.recent_use' AND name = 'days'
),
limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'root.recent_use' AND name = 'report_hours'
),
judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.last_used_at >= c.collected_at - p.days * INTERVAL '1' DAY THEN
             ARRAY['NON_COMPLIANT', 'The root user was last used on '
               || CAST(CAST(r.last_used_at AS date) AS varchar) || ', less than '
               || CAST(p.days AS varchar) || ' days ago.']
           WHEN NOT r.sign_in AND k.account_id IS NULL THEN
             ARRAY['NOT_APPLICABLE', 'Nobody can sign in as the root user in the partition ' || r.partition_name || '.']
           WHEN k.account_id IS NOT NULL AND r.report_made_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The credential report does not say when it was made.']
           WHEN r.report_made_at < c.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The credential report was made on '
               || CAST(CAST(r.report_made_at AS date) AS varchar) || ', more than ' || CAST(l.hours AS varchar)
               || ' hours before it was read.']
           WHEN r.last_used_at < c.collected_at - p.days * INTERVAL '1' DAY THEN
             ARRAY['COMPLIANT', 'The root user was last used on ' || CAST(CAST(r.last_used_at AS date) AS varchar)
               || ', more than ' || CAST(p.days AS varchar) || ' days ago.']
           WHEN k.account_id IS NOT NULL AND r.last_used_at IS NULL THEN
             ARRAY['COMPLIANT', 'The credential report of ' || CAST(CAST(r.report_made_at AS date) AS varchar)
               || ' knows of no use of the root user.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The credential report does not say when the root user was last used.']
         END AS outcome
  FROM coverage c
  CROSS JOIN recent p
  CROSS JOIN limits l
  JOIN root_user r ON r.account_id = c.account_id
  LEFT JOIN credential k ON k.account_id = c.account_id AND k.root
  WHERE c.source = 'iam-credential-report'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
