/*
id: accessanalyzer.archive_rules
version: 2
severity: MEDIUM
title:
  en: No archive rule hides public access on resources that it does not name
  ja: アーカイブルールが、名指ししていないリソースの一般公開を隠していない
remediation:
  en: Narrow the archive rule to the resources that are meant to be open, or delete it and waive single findings.
  ja: アーカイブルールを、公開を意図したリソースに限定するか、削除して検出結果ごとに除外を登録してください。
reasons:
  "It can hide public access on any resource that fits: {0}.": "該当する任意のリソースの一般公開を隠す可能性があります({0})。"
  "It hides no public access but on resources that it names: {0}.":
    "名指ししたリソース以外の一般公開は隠しません({0})。"
  "no criterion": "条件なし"
  "What the rule hides is not known.": "ルールが隠す対象を判定できません。"
  "No analyzer of external access of this account archives anything by a rule here.":
    "このリージョンでは、アカウントの外部アクセスアナライザーにアーカイブルールがありません。"
  "The account has no analyzer of external access of its own in this Region.":
    "このリージョンに、アカウントが所有する外部アクセスアナライザーはありません。"
sources: [access-analyzer, access-analyzer-archive-rules]
age: none because IAM Access Analyzer says which rules there are when it is asked
csf20:
  primary: PR.AA-05
  reason: An exception that names nothing lets permissions pass that nobody has reviewed.
  secondary:
    PR.DS-01: Stored data that a rule hides can be open without anybody seeing it.
csf11:
  primary: PR.AC-4
  reason: An exception that names nothing lets permissions pass that nobody has reviewed.
  secondary:
    PR.DS-5: Data leaks behind a rule that hides what it does not name.
*/
WITH rules AS (
  SELECT r.*
  FROM archive_rule r
  WHERE NOT EXISTS (
    SELECT 1 FROM analyzer z WHERE z.arn = r.analyzer_arn AND z.type NOT IN ('ACCOUNT', 'ORGANIZATION')
  )
),
judged AS (
  SELECT r.account_id,
         r.region,
         r.rule_arn AS resource_id,
         CASE
           WHEN r.hides_public THEN
             ARRAY['NON_COMPLIANT', 'It can hide public access on any resource that fits: '
               || CASE WHEN cardinality(r.criteria) = 0 THEN 'no criterion' ELSE array_join(r.criteria, ' and ') END
               || '.']
           WHEN NOT r.hides_public THEN
             ARRAY['COMPLIANT', 'It hides no public access but on resources that it names: '
               || array_join(r.criteria, ' and ') || '.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'What the rule hides is not known.']
         END AS outcome
  FROM rules r
  UNION ALL
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL AND c.status <> 'NOT_ENABLED' THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN c.status = 'NOT_ENABLED' THEN
             ARRAY['NOT_APPLICABLE', 'The account has no analyzer of external access of its own in this Region.']
           ELSE ARRAY['NOT_APPLICABLE', 'No analyzer of external access of this account archives anything by a rule here.']
         END AS outcome
  FROM coverage c
  LEFT JOIN (SELECT DISTINCT account_id, region FROM rules) r
    ON r.account_id = c.account_id AND r.region = c.region
  WHERE c.source = 'access-analyzer-archive-rules' AND r.account_id IS NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
