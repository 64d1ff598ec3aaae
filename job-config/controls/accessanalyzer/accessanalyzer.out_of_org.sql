/*
id: accessanalyzer.out_of_org
version: 2
severity: HIGH
title:
  en: IAM Access Analyzer finds nothing that an account outside the organization can reach
  ja: IAM Access Analyzerが組織外のアカウントからのアクセスを検出していない
remediation:
  en: Take the foreign account out of the resource's policy, or archive the finding where it is a partner's.
  ja: リソースのポリシーから組織外のアカウントを取り除くか、取引先など意図したものであれば検出結果をアーカイブしてください。
reasons:
  "An account outside the organization can reach it: finding {0}.":
    "組織外のアカウントがアクセスできる状態です(検出結果: {0})。"
  "Whether finding {0} names an account outside the organization is not known.":
    "検出結果{0}のアクセス元が組織外のアカウントかどうかを判定できません。"
  "What the organization's analyzer found here could not be read: {0}":
    "組織アナライザーのこのリージョンでの検出結果を読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
  "No active finding names an account outside the organization; the analyzer last analyzed on {0}.":
    "組織外のアカウントからのアクセスを示す有効な検出結果はありません(最終分析: {0})。"
  "No active finding names an account outside the organization; finding {0}, archived {1}, does; the analyzer last analyzed on {2}.":
    "組織外のアカウントからのアクセスを示す有効な検出結果はありませんが、アーカイブ済みの検出結果{0}({1})があります(最終分析: {2})。"
  "An account outside the organization can reach it, unless a resource control policy forbids it that the analyzer did not weigh: finding {0}.":
    "組織外のアカウントがアクセスできる状態です(検出結果: {0})。アナライザーが考慮していないリソースコントロールポリシーで拒否される可能性があります。"
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
  reason: Permissions of foreign accounts are not managed by us.
  secondary:
    PR.DS-01: Stored data that foreign accounts can read leaves our protection.
csf11:
  primary: PR.AC-4
  reason: Permissions of foreign accounts are not managed by us.
  secondary:
    PR.DS-5: Data leaks to whoever is outside.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'accessanalyzer.out_of_org' AND name = 'hours'
),
found AS (
  SELECT account_id, region, resource_id, finding_id, rcp_unweighed
  FROM exposed_resource
  WHERE exposure = 'OUTSIDE_ORGANIZATION'
),
-- what the analyzer itself could not judge is no sign that nothing is there
unjudged AS (
  SELECT account_id, region, min(finding_id) AS finding_id
  FROM exposed_resource
  WHERE exposure = 'UNKNOWN' OR (error IS NOT NULL AND exposure <> 'OUTSIDE_ORGANIZATION')
  GROUP BY account_id, region
),
hidden AS (
  SELECT account_id,
         region,
         array_join(array_agg(DISTINCT finding_id ORDER BY finding_id), ', ') AS finding_ids,
         min(archived_by) AS archived_by
  FROM archived_resource
  WHERE exposure = 'OUTSIDE_ORGANIZATION'
  GROUP BY account_id, region
),
judged AS (
  SELECT account_id,
         region,
         resource_id,
         ARRAY['NON_COMPLIANT', 'An account outside the organization can reach it'
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
             ARRAY['INSUFFICIENT_DATA', 'Whether finding ' || n.finding_id
               || ' names an account outside the organization is not known.']
           WHEN s.analyzed_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer, made on '
               || coalesce(CAST(CAST(s.analyzer_made_at AS date) AS varchar), 'a day that it does not name')
               || ', has analyzed nothing yet.']
           WHEN s.analyzed_at < s.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer last analyzed on ' || CAST(CAST(s.analyzed_at AS date) AS varchar)
               || ', more than ' || CAST(l.hours AS varchar) || ' hours before it was asked.']
           WHEN h.finding_ids IS NOT NULL THEN
             ARRAY['COMPLIANT', 'No active finding names an account outside the organization; finding ' || h.finding_ids
               || ', archived ' || h.archived_by || ', does; the analyzer last analyzed on '
               || CAST(CAST(s.analyzed_at AS date) AS varchar) || '.']
           ELSE
             ARRAY['COMPLIANT', 'No active finding names an account outside the organization; the analyzer last analyzed on '
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
