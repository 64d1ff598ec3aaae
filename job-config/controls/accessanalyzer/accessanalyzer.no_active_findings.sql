/*
id: accessanalyzer.no_active_findings
version: 1
severity: MEDIUM
title:
  en: Every finding of external access is archived or resolved
  ja: 外部アクセスの検出結果がすべてアーカイブまたは解決されている
remediation:
  en: Take the access away where it is not meant, or archive the finding where it is.
  ja: 意図しないアクセスであればポリシーから取り除き、意図したアクセスであれば検出結果をアーカイブしてください。
reasons:
  "Neither archived nor resolved: finding {0}.": "アーカイブも解決もされていません(検出結果: {0})。"
  "The analyzer could not judge the resource of finding {0}.":
    "検出結果{0}のリソースを、アナライザーが判定できませんでした。"
  "No finding is active.": "アクティブな検出結果はありません。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
sources: [access-analyzer, access-analyzer-findings, organizations-delegation]
csf20:
  primary: PR.AA-05
  reason: Access from outside that nobody reviewed is not managed.
  secondary:
    PR.DS-01: Stored data is protected only against those whom somebody let in knowingly.
csf11:
  primary: PR.AC-4
  reason: Access from outside that nobody reviewed is not managed.
  secondary:
    PR.DS-5: Data leaks by access that nobody reviewed.
*/
WITH found AS (
  SELECT account_id, region, resource_id, finding_id FROM exposed_resource WHERE error IS NULL OR exposure <> 'UNKNOWN'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id, region, min(finding_id) AS finding_id
  FROM exposed_resource
  WHERE error IS NOT NULL AND exposure = 'UNKNOWN'
  GROUP BY account_id, region
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'Neither archived nor resolved: finding '
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
             ARRAY['INSUFFICIENT_DATA', 'The analyzer could not judge the resource of finding ' || n.finding_id || '.']
           ELSE ARRAY['COMPLIANT', 'No finding is active.']
         END AS outcome
  FROM access_sight s
  LEFT JOIN unjudged n ON n.account_id = s.account_id AND n.region = s.region
  LEFT JOIN (SELECT DISTINCT account_id, region FROM found) f ON f.account_id = s.account_id AND f.region = s.region
  WHERE f.account_id IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA' OR n.finding_id IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
