/*
id: root.recent_use
version: 1
severity: HIGH
title:
  en: The root user was not used in the last 90 days
  ja: 過去90日間にルートユーザーが使用されていない
remediation:
  en: Find out who used the root user and for what; give that task a role or a privileged root session.
  ja: ルートユーザーを誰が何のために使用したかを確認し、その作業にはロールまたは特権ルートセッションを割り当ててください。
reasons:
  "The root user was last used on {0}, less than 90 days ago.": "ルートユーザーは{0}に使用されており、90日以内です。"
  "The root user was last used on {0}, more than 90 days ago.":
    "ルートユーザーが最後に使用されたのは{0}で、90日より前です。"
  "The credential report knows of no use of the root user.":
    "認証情報レポートに、ルートユーザーの使用の記録がありません。"
  "The credential report does not say when the root user was last used.":
    "ルートユーザーの最終使用日時が、認証情報レポートに示されていません。"
sources: [iam-credential-report]
csf20:
  primary: DE.CM-03
  reason: Each use of the most powerful user is activity to look into.
  secondary:
    PR.AA-05: Daily work under the root user is the opposite of least privilege.
csf11:
  primary: DE.CM-3
  reason: Each use of the most powerful user is activity to look into.
  secondary:
    PR.AC-4: Daily work under the root user is the opposite of least privilege.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN r.last_used_at >= c.collected_at - INTERVAL '90' DAY THEN
             ARRAY['NON_COMPLIANT', 'The root user was last used on '
               || CAST(CAST(r.last_used_at AS date) AS varchar) || ', less than 90 days ago.']
           WHEN r.last_used_at < c.collected_at - INTERVAL '90' DAY THEN
             ARRAY['COMPLIANT', 'The root user was last used on ' || CAST(CAST(r.last_used_at AS date) AS varchar)
               || ', more than 90 days ago.']
           WHEN k.account_id IS NOT NULL AND r.last_used_at IS NULL THEN
             ARRAY['COMPLIANT', 'The credential report knows of no use of the root user.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The credential report does not say when the root user was last used.']
         END AS outcome
  FROM coverage c
  JOIN root_user r ON r.account_id = c.account_id
  LEFT JOIN credential k ON k.account_id = c.account_id AND k.root
  WHERE c.source = 'iam-credential-report'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
