/*
id: accessanalyzer.federated_access
version: 1
severity: MEDIUM
title:
  en: No users of an identity provider can reach a resource without review
  ja: 未確認のままIDプロバイダーのユーザーがアクセスできるリソースがない
remediation:
  en: Limit the role's trust policy to the provider's own conditions, or archive the finding where the users are meant.
  ja: ロールの信頼ポリシーをIDプロバイダーの条件キーで制限するか、意図したアクセスであれば検出結果をアーカイブしてください。
reasons:
  "Users of an identity provider can reach it: finding {0}.":
    "IDプロバイダーのユーザーがアクセスできる状態です(検出結果: {0})。"
  "The analyzer could not judge the resource of finding {0}.":
    "検出結果{0}のリソースを、アナライザーが判定できませんでした。"
  "No finding names an identity provider.": "IDプロバイダーからのアクセスを示す検出結果はありません。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
sources: [access-analyzer, access-analyzer-findings, organizations-delegation]
csf20:
  primary: PR.AA-05
  reason: Whoever an identity provider lets in has permissions that are to be reviewed.
  secondary:
    PR.AA-04: The provider's assertions are only as good as the conditions on them.
csf11:
  primary: PR.AC-4
  reason: Whoever an identity provider lets in has permissions that are to be reviewed.
  secondary:
    PR.AC-3: Users of an identity provider come in from outside.
*/
WITH found AS (
  SELECT account_id, region, resource_id, finding_id FROM exposed_resource WHERE exposure = 'FEDERATED'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id, region, min(finding_id) AS finding_id
  FROM exposed_resource
  WHERE exposure <> 'FEDERATED' AND (error IS NOT NULL OR (exposure = 'UNKNOWN' AND principal IS NULL))
  GROUP BY account_id, region
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'Users of an identity provider can reach it: finding '
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
           ELSE ARRAY['COMPLIANT', 'No finding names an identity provider.']
         END AS outcome
  FROM access_sight s
  LEFT JOIN unjudged n ON n.account_id = s.account_id AND n.region = s.region
  LEFT JOIN (SELECT DISTINCT account_id, region FROM found) f ON f.account_id = s.account_id AND f.region = s.region
  WHERE f.account_id IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA' OR n.finding_id IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
