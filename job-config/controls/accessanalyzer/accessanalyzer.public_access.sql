/*
id: accessanalyzer.public_access
version: 3
severity: CRITICAL
title:
  en: IAM Access Analyzer finds nothing open to the public
  ja: IAM Access Analyzerが一般公開を検出していない
remediation:
  en: Close the resource's policy to the public, or waive the finding where it is meant to be open.
  ja: リソースのポリシーから一般公開を取り除くか、意図した公開であれば除外を登録してください。
reasons:
  "Anybody can reach it: finding {0}.": "誰でもアクセスできる状態です(検出結果: {0})。"
  "The analyzer could not judge the resource of finding {0}.":
    "検出結果{0}のリソースを、アナライザーが判定できませんでした。"
  "Finding {0} does not say whether anybody can reach the resource.":
    "検出結果{0}は、一般公開かどうかを示していません。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
  "No finding, active or archived, says that anything is public; the analyzer last analyzed on {0}.":
    "有効なものにもアーカイブ済みのものにも、一般公開を示す検出結果はありません(最終分析: {0})。"
  "Anybody can reach it, unless a resource control policy forbids it that the analyzer did not weigh: finding {0}.":
    "誰でもアクセスできる状態です(検出結果: {0})。アナライザーが考慮していないリソースコントロールポリシーで拒否される可能性があります。"
  "Anybody can reach it, by a finding that is archived {1}: finding {0}.":
    "誰でもアクセスできる状態ですが、検出結果はアーカイブされています({1}。検出結果: {0})。"
  "Anybody can reach it, by a finding that is archived {1}, unless a resource control policy forbids it that the analyzer did not weigh: finding {0}.":
    "誰でもアクセスできる状態ですが、検出結果はアーカイブされています({1}。検出結果: {0})。アナライザーが考慮していないリソースコントロールポリシーで拒否される可能性があります。"
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
  reason: Access for everybody is the opposite of least privilege.
  secondary:
    PR.DS-01: Stored data that everybody can read is not protected.
csf11:
  primary: PR.AC-4
  reason: Access for everybody is the opposite of least privilege.
  secondary:
    PR.DS-5: Open data leaks.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'accessanalyzer.public_access' AND name = 'hours'
),
found AS (
  SELECT account_id, region, resource_id, finding_id, rcp_unweighed
  FROM exposed_resource
  WHERE exposure = 'PUBLIC'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id,
         region,
         min(finding_id) FILTER (WHERE error IS NOT NULL) AS finding_id,
         min(finding_id) FILTER (WHERE public_untold) AS untold_id
  FROM (
    SELECT account_id, region, finding_id, error, public_untold FROM exposed_resource WHERE exposure <> 'PUBLIC'
    UNION ALL
    SELECT account_id, region, finding_id, error, public_untold FROM archived_resource WHERE exposure <> 'PUBLIC'
  ) open
  WHERE error IS NOT NULL OR public_untold
  GROUP BY account_id, region
),
-- suppressed is not closed, where no other finding says that it is open
hidden AS (
  SELECT h.account_id, h.region, h.resource_id, h.finding_id, h.rcp_unweighed, h.archived_by
  FROM archived_resource h
  LEFT JOIN found f ON f.account_id = h.account_id AND f.region = h.region AND f.resource_id = h.resource_id
  WHERE h.exposure = 'PUBLIC' AND f.account_id IS NULL
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'Anybody can reach it'
           || CASE
                WHEN bool_or(rcp_unweighed) THEN
                  ', unless a resource control policy forbids it that the analyzer did not weigh'
                ELSE ''
              END
           || ': finding ' || array_join(array_agg(finding_id ORDER BY finding_id), ', ') || '.'] AS outcome
  FROM found
  GROUP BY account_id, region, resource_id
  UNION ALL
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'Anybody can reach it, by a finding that is archived ' || min(archived_by)
           || CASE
                WHEN bool_or(rcp_unweighed) THEN
                  ', unless a resource control policy forbids it that the analyzer did not weigh'
                ELSE ''
              END
           || ': finding ' || array_join(array_agg(finding_id ORDER BY finding_id), ', ') || '.'] AS outcome
  FROM hidden
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
           WHEN n.untold_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Finding ' || n.untold_id
               || ' does not say whether anybody can reach the resource.']
           WHEN s.analyzed_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer, made on '
               || coalesce(CAST(CAST(s.analyzer_made_at AS date) AS varchar), 'a day that it does not name')
               || ', has analyzed nothing yet.']
           WHEN s.analyzed_at < s.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer last analyzed on ' || CAST(CAST(s.analyzed_at AS date) AS varchar)
               || ', more than ' || CAST(l.hours AS varchar) || ' hours before it was asked.']
           ELSE
             ARRAY['COMPLIANT', 'No finding, active or archived, says that anything is public; the analyzer last analyzed on '
               || CAST(CAST(s.analyzed_at AS date) AS varchar) || '.']
         END AS outcome
  FROM access_sight s
  CROSS JOIN limits l
  LEFT JOIN unjudged n ON n.account_id = s.account_id AND n.region = s.region
  LEFT JOIN (
    SELECT account_id, region FROM found
    UNION
    SELECT account_id, region FROM hidden
  ) f ON f.account_id = s.account_id AND f.region = s.region
  WHERE f.account_id IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA' OR n.account_id IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
