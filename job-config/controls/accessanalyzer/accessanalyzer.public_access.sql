/*
id: accessanalyzer.public_access
version: 1
severity: CRITICAL
title:
  en: No resource is open to the public
  ja: 一般に公開されているリソースがない
remediation:
  en: Close the resource's policy to the public, or archive the finding where it is meant to be open.
  ja: リソースのポリシーから一般公開を取り除くか、意図した公開であれば検出結果をアーカイブしてください。
reasons:
  "Anybody can reach it: finding {0}.": "誰でもアクセスできる状態です(検出結果: {0})。"
  "The analyzer could not judge the resource of finding {0}.":
    "検出結果{0}のリソースを、アナライザーが判定できませんでした。"
  "No finding says that anything is public.": "一般公開を示す検出結果はありません。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
sources: [access-analyzer, access-analyzer-findings, organizations-delegation]
csf20:
  primary: PR.AA-05
  reason: Access for everybody is the opposite of least privilege.
  secondary:
    PR.DS-01: Stored data that everybody can read is not protected.
csf11:
  primary: PR.AC-4
  reason: Access for everybody is the opposite of least privilege.
  secondary:
    PR.DS-5: Open data leaks.
*/
WITH found AS (
  SELECT account_id, region, resource_id, finding_id FROM exposed_resource WHERE exposure = 'PUBLIC'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id, region, min(finding_id) AS finding_id
  FROM exposed_resource
  WHERE error IS NOT NULL AND exposure <> 'PUBLIC'
  GROUP BY account_id, region
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'Anybody can reach it: finding '
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
           ELSE ARRAY['COMPLIANT', 'No finding says that anything is public.']
         END AS outcome
  FROM access_sight s
  LEFT JOIN unjudged n ON n.account_id = s.account_id AND n.region = s.region
  LEFT JOIN (SELECT DISTINCT account_id, region FROM found) f ON f.account_id = s.account_id AND f.region = s.region
  WHERE f.account_id IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA' OR n.finding_id IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
