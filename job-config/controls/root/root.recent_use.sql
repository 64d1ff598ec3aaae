/*
id: root.recent_use
version: 1
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
  "The credential report knows of no use of the root user.":
    "認証情報レポートに、ルートユーザーの使用の記録がありません。"
  "The credential report does not say when the root user was last used.":
    "ルートユーザーの最終使用日時が、認証情報レポートに示されていません。"
parameters:
  days:
    type: number
    default: 90
    meaning:
      en: For how many days the use of the root user counts as recent.
      ja: ルートユーザーの使用を最近の使用とみなす日数。
sources: [iam-credential-report]
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
           WHEN r.last_used_at < c.collected_at - p.days * INTERVAL '1' DAY THEN
             ARRAY['COMPLIANT', 'The root user was last used on ' || CAST(CAST(r.last_used_at AS date) AS varchar)
               || ', more than ' || CAST(p.days AS varchar) || ' days ago.']
           WHEN k.account_id IS NOT NULL AND r.last_used_at IS NULL THEN
             ARRAY['COMPLIANT', 'The credential report knows of no use of the root user.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The credential report does not say when the root user was last used.']
         END AS outcome
  FROM coverage c
  CROSS JOIN recent p
  JOIN root_user r ON r.account_id = c.account_id
  LEFT JOIN credential k ON k.account_id = c.account_id AND k.root
  WHERE c.source = 'iam-credential-report'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
