/*
id: accessanalyzer.analyzer_healthy
version: 2
severity: MEDIUM
title:
  en: Every IAM Access Analyzer is active
  ja: すべてのIAM Access Analyzerがアクティブである
remediation:
  en: Repair what the reason names, or delete the analyzer and create it again.
  ja: 理由に示された問題を修正するか、アナライザーを削除して再作成してください。
reasons:
  "The analyzer is active; it last analyzed on {0}.": "アナライザーはアクティブです(最終分析: {0})。"
  "The analyzer is active.": "アナライザーはアクティブです。"
  "The analyzer is disabled: {0}.": "アナライザーが無効になっています({0})。"
  "The analyzer failed: {0}.": "アナライザーが失敗しています({0})。"
  "no reason given": "理由の記載なし"
  "The analyzer is still being created.": "アナライザーは作成中です。"
  "IAM Access Analyzer does not say whether the analyzer is active.":
    "アナライザーがアクティブかどうかを、IAM Access Analyzerが示していません。"
  "The account has no analyzer of its own in this Region.":
    "このリージョンに、アカウントが所有するアナライザーはありません。"
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
sources: [access-analyzer]
age: analyzer.last_analyzed_at
csf20:
  primary: PR.AA-05
  reason: Permissions are reviewed by an analyzer only while it works.
  secondary:
    DE.CM-09: An analyzer that does not work watches nothing.
csf11:
  primary: PR.AC-4
  reason: Permissions are reviewed by an analyzer only while it works.
  secondary:
    DE.CM-7: An analyzer that does not work watches nothing.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'accessanalyzer.analyzer_healthy' AND name = 'hours'
),
judged AS (
  SELECT z.account_id,
         z.region,
         z.arn AS resource_id,
         CASE
           -- whether analyzers of other kinds are dated, AWS does not say
           WHEN z.status = 'ACTIVE' AND z.type NOT IN ('ACCOUNT', 'ORGANIZATION') THEN
             ARRAY['COMPLIANT', 'The analyzer is active.']
           WHEN z.status = 'ACTIVE' AND z.last_analyzed_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer, made on '
               || coalesce(CAST(CAST(z.created_at AS date) AS varchar), 'a day that it does not name')
               || ', has analyzed nothing yet.']
           WHEN z.status = 'ACTIVE' AND z.last_analyzed_at < o.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer last analyzed on ' || CAST(CAST(z.last_analyzed_at AS date) AS varchar)
               || ', more than ' || CAST(l.hours AS varchar) || ' hours before it was asked.']
           WHEN z.status = 'ACTIVE' THEN
             ARRAY['COMPLIANT', 'The analyzer is active; it last analyzed on '
               || CAST(CAST(z.last_analyzed_at AS date) AS varchar) || '.']
           WHEN z.status = 'DISABLED' THEN
             ARRAY['NON_COMPLIANT', 'The analyzer is disabled: ' || coalesce(z.status_reason, 'no reason given') || '.']
           WHEN z.status = 'FAILED' THEN
             ARRAY['NON_COMPLIANT', 'The analyzer failed: ' || coalesce(z.status_reason, 'no reason given') || '.']
           WHEN z.status = 'CREATING' THEN ARRAY['INSUFFICIENT_DATA', 'The analyzer is still being created.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'IAM Access Analyzer does not say whether the analyzer is active.']
         END AS outcome
  FROM analyzer z
  CROSS JOIN limits l
  JOIN coverage o ON o.account_id = z.account_id AND o.region = z.region AND o.source = 'access-analyzer'
  UNION ALL
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           ELSE ARRAY['NOT_APPLICABLE', 'The account has no analyzer of its own in this Region.']
         END AS outcome
  FROM coverage c
  LEFT JOIN (SELECT DISTINCT account_id, region FROM analyzer) z ON z.account_id = c.account_id AND z.region = c.region
  WHERE c.source = 'access-analyzer' AND z.account_id IS NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
