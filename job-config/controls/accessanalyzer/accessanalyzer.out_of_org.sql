/*
id: accessanalyzer.out_of_org
version: 1
severity: HIGH
title:
  en: No account outside the organization can reach a resource
  ja: 組織外のアカウントからアクセスできるリソースがない
remediation:
  en: Take the foreign account out of the resource's policy, or archive the finding where it is a partner's.
  ja: リソースのポリシーから組織外のアカウントを取り除くか、取引先など意図したものであれば検出結果をアーカイブしてください。
reasons:
  "An account outside the organization can reach it: finding {0}.":
    "組織外のアカウントがアクセスできる状態です(検出結果: {0})。"
  "Whether finding {0} names an account outside the organization is not known.":
    "検出結果{0}のアクセス元が組織外のアカウントかどうかを判定できません。"
  "No finding names an account outside the organization.":
    "組織外のアカウントからのアクセスを示す検出結果はありません。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
sources: [access-analyzer, access-analyzer-findings, organizations-delegation]
csf20:
  primary: PR.AA-05
  reason: Permissions of foreign accounts are not managed by us.
  secondary:
    PR.DS-01: Stored data that foreign accounts can read leaves our protection.
csf11:
  primary: PR.AC-4
  reason: Permissions of foreign accounts are not managed by us.
  secondary:
    PR.DS-5: Data leaks to whoever is outside.
*/
WITH found AS (
  SELECT account_id, region, resource_id, finding_id FROM exposed_resource WHERE exposure = 'OUTSIDE_ORGANIZATION'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id, region, min(finding_id) AS finding_id
  FROM exposed_resource
  WHERE exposure = 'UNKNOWN' OR (error IS NOT NULL AND exposure <> 'OUTSIDE_ORGANIZATION')
  GROUP BY account_id, region
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'An account outside the organization can reach it: finding '
           || array_join(array_agg(finding_id ORDER BY finding_id), ', ') || '.'] AS outcome
  FROM found
  GROUP BY account_id, region, resource_id
  UNION ALL
  -- where nothing was found, or more could be that nobody saw
  SELECT s.account_id,
         s.region,
         s.account_id AS resource_id,
         CASE
           WHEN s.unread_verdict IS NOT NULL THEN ARRAY[s.unread_verdict, s.unread_reason]
           WHEN n.finding_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether finding ' || n.finding_id
               || ' names an account outside the organization is not known.']
           ELSE ARRAY['COMPLIANT', 'No finding names an account outside the organization.']
         END AS outcome
  FROM access_sight s
  LEFT JOIN unjudged n ON n.account_id = s.account_id AND n.region = s.region
  LEFT JOIN (SELECT DISTINCT account_id, region FROM found) f ON f.account_id = s.account_id AND f.region = s.region
  WHERE f.account_id IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA' OR n.finding_id IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
