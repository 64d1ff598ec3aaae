/*
id: accessanalyzer.federated_access
version: 2
severity: MEDIUM
title:
  en: IAM Access Analyzer finds nothing that users of an identity provider can reach without review
  ja: IAM Access Analyzerが未確認のIDプロバイダーからのアクセスを検出していない
remediation:
  en: Limit the role's trust policy to the provider's own conditions, or archive the finding where the users are meant.
  ja: ロールの信頼ポリシーをIDプロバイダーの条件キーで制限するか、意図したアクセスであれば検出結果をアーカイブしてください。
reasons:
  "Users of an identity provider can reach it: finding {0}.":
    "IDプロバイダーのユーザーがアクセスできる状態です(検出結果: {0})。"
  "The analyzer could not judge the resource of finding {0}.":
    "検出結果{0}のリソースを、アナライザーが判定できませんでした。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
  "No active finding names an identity provider; the analyzer last analyzed on {0}.":
    "IDプロバイダーからのアクセスを示す有効な検出結果はありません(最終分析: {0})。"
  "No active finding names an identity provider; finding {0}, archived {1}, does; the analyzer last analyzed on {2}.":
    "IDプロバイダーからのアクセスを示す有効な検出結果はありませんが、アーカイブ済みの検出結果{0}({1})があります(最終分析: {2})。"
  "Users of an identity provider can reach it, unless a resource control policy forbids it that the analyzer did not weigh: finding {0}.":
    "IDプロバイダーのユーザーがアクセスできる状態です(検出結果: {0})。アナライザーが考慮していないリソースコントロールポリシーで拒否される可能性があります。"
  "by hand or by an archive rule: {0}": "手動またはアーカイブルール: {0}"
  "by hand": "手動"
  "by hand or by an archive rule that could not be read": "手動またはアーカイブルール(ルールは読み取れず)"
  "The analyzer last analyzed on {0}, more than {1} hours before it was asked.":
    "アナライザーが最後に分析したのは{0}で、照会の{1}時間より前です。"
  "The analyzer, made on {0}, has analyzed nothing yet.": "アナライザー({0}作成)は、まだ何も分析していません。"
  "a day that it does not name": "作成日不明"
parameters:
  hours:
    type: number
    default: 48
    meaning:
      en: For how many hours after it last analyzed a resource the analyzer counts as looking.
      ja: アナライザーが最後にリソースを分析してから何時間まで分析中とみなすか。
sources: [access-analyzer, access-analyzer-findings, organizations-delegation]
age: access_sight.analyzed_at
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
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'accessanalyzer.federated_access' AND name = 'hours'
),
found AS (
  SELECT account_id, region, resource_id, finding_id, rcp_unweighed
  FROM exposed_resource
  WHERE exposure = 'FEDERATED'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id, region, min(finding_id) AS finding_id
  FROM exposed_resource
  WHERE exposure <> 'FEDERATED' AND (error IS NOT NULL OR (exposure = 'UNKNOWN' AND principal IS NULL))
  GROUP BY account_id, region
),
hidden AS (
  SELECT account_id,
         region,
         array_join(array_agg(DISTINCT finding_id ORDER BY finding_id), ', ') AS finding_ids,
         min(archived_by) AS archived_by
  FROM archived_resource
  WHERE exposure = 'FEDERATED'
  GROUP BY account_id, region
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'Users of an identity provider can reach it'
           || CASE
                WHEN bool_or(rcp_unweighed) THEN
                  ', unless a resource control policy forbids it that the analyzer did not weigh'
                ELSE ''
              END
           || ': finding ' || array_join(array_agg(finding_id ORDER BY finding_id), ', ') || '.'] AS outcome
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
           WHEN s.analyzed_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer, made on '
               || coalesce(CAST(CAST(s.analyzer_made_at AS date) AS varchar), 'a day that it does not name')
               || ', has analyzed nothing yet.']
           WHEN s.analyzed_at < s.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer last analyzed on ' || CAST(CAST(s.analyzed_at AS date) AS varchar)
               || ', more than ' || CAST(l.hours AS varchar) || ' hours before it was asked.']
           WHEN h.finding_ids IS NOT NULL THEN
             ARRAY['COMPLIANT', 'No active finding names an identity provider; finding ' || h.finding_ids
               || ', archived ' || h.archived_by || ', does; the analyzer last analyzed on '
               || CAST(CAST(s.analyzed_at AS date) AS varchar) || '.']
           ELSE
             ARRAY['COMPLIANT', 'No active finding names an identity provider; the analyzer last analyzed on '
               || CAST(CAST(s.analyzed_at AS date) AS varchar) || '.']
         END AS outcome
  FROM access_sight s
  CROSS JOIN limits l
  LEFT JOIN unjudged n ON n.account_id = s.account_id AND n.region = s.region
  LEFT JOIN hidden h ON h.account_id = s.account_id AND h.region = s.region
  LEFT JOIN (SELECT DISTINCT account_id, region FROM found) f ON f.account_id = s.account_id AND f.region = s.region
  WHERE f.account_id IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA' OR n.finding_id IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
