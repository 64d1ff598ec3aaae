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
sources: [access-analyzer, access-analyzer-findings, organizations-delegation]
csf20:
  primary: PR.AA-05
  reason: Access for everybody is the opposite of least privilege.
  secondary:
    PR.DS-01: Stored data that everybody can read is not protected.
    PR.IR-01: An environment that everybody can reach is not closed.
csf11:
  primary: PR.AC-4
  reason: Access for everybody is the opposite of least privilege.
  secondary:
    PR.AC-3: Access for everybody is remote access that nobody manages.
    PR.DS-5: Open data leaks.
*/
WITH findings AS (
  SELECT DISTINCT coalesce(owner.account_id, f.account_id) AS account_id,
         f.region,
         coalesce(f.resource, f.finding_id) || '|' || coalesce(f.principal, 'AWS:*') AS resource_id,
         f.finding_id
  FROM external_access f
  LEFT JOIN account owner ON owner.account_id = f.resource_account
  WHERE f.exposure = 'PUBLIC'
),
-- what the analyzer itself could not judge is no sign that nothing is public
unjudged AS (
  SELECT coalesce(owner.account_id, f.account_id) AS account_id,
         f.region,
         min(f.finding_id) AS finding_id
  FROM external_access f
  LEFT JOIN account owner ON owner.account_id = f.resource_account
  WHERE f.error IS NOT NULL AND f.exposure <> 'PUBLIC'
  GROUP BY coalesce(owner.account_id, f.account_id), f.region
),
organization AS (
  SELECT a.region, min(a.arn) AS arn
  FROM analyzer a
  JOIN coverage c ON c.account_id = a.account_id AND c.region = a.region
    AND c.source = 'access-analyzer-findings' AND c.status = 'READ'
  WHERE a.status = 'ACTIVE' AND a.type = 'ORGANIZATION'
  GROUP BY a.region
),
-- where an organization's analyzer is, or could be
owner AS (
  SELECT account_id FROM analyzer WHERE type = 'ORGANIZATION'
  UNION
  SELECT account_id FROM account WHERE management
  UNION
  SELECT administrator_id FROM delegated_administrator WHERE service_principal = 'access-analyzer.amazonaws.com'
),
unread_owner AS (
  SELECT c.region, min(c.unread_reason) AS reason
  FROM coverage c
  JOIN owner o ON o.account_id = c.account_id
  WHERE c.source = 'access-analyzer-findings' AND c.unread_verdict = 'INSUFFICIENT_DATA'
  GROUP BY c.region
)
SELECT account_id,
       region,
       resource_id,
       'NON_COMPLIANT' AS verdict,
       'Anybody can reach it: finding ' || array_join(array_agg(finding_id ORDER BY finding_id), ', ') || '.' AS reason
FROM findings
GROUP BY account_id, region, resource_id
UNION ALL
-- where nothing public was found, or more could be that nobody saw
SELECT c.account_id,
       c.region,
       c.account_id AS resource_id,
       CASE
         WHEN c.unread_verdict IS NOT NULL THEN c.unread_verdict
         WHEN n.finding_id IS NOT NULL THEN 'INSUFFICIENT_DATA'
         WHEN c.status = 'READ' OR (a.management IS NOT NULL AND g.arn IS NOT NULL) THEN 'COMPLIANT'
         ELSE 'INSUFFICIENT_DATA'
       END AS verdict,
       CASE
         WHEN c.unread_verdict IS NOT NULL THEN c.unread_reason
         WHEN n.finding_id IS NOT NULL THEN 'The analyzer could not judge the resource of finding ' || n.finding_id || '.'
         WHEN c.status = 'READ' OR (a.management IS NOT NULL AND g.arn IS NOT NULL) THEN 'No finding says that anything is public.'
         WHEN a.management IS NOT NULL AND u.region IS NOT NULL THEN
           'What the organization''s analyzer found here could not be read: ' || u.reason
         ELSE 'No active analyzer of external access sees this account and Region.'
       END AS reason
FROM coverage c
JOIN account a ON a.account_id = c.account_id
LEFT JOIN organization g ON g.region = c.region
LEFT JOIN unread_owner u ON u.region = c.region
LEFT JOIN unjudged n ON n.account_id = c.account_id AND n.region = c.region
LEFT JOIN (SELECT DISTINCT account_id, region FROM findings) f ON f.account_id = c.account_id AND f.region = c.region
WHERE c.source = 'access-analyzer-findings' AND (f.account_id IS NULL OR c.unread_verdict = 'INSUFFICIENT_DATA' OR n.finding_id IS NOT NULL)
