/*
row: Who can reach a resource from outside by a finding that is archived, at the account that owns the resource where that is on the roster, else at the one whose analyzer found it.
never-null: [account_id, region, resource_id, finding_id, exposure, rcp_unweighed, archived_by, public_untold]
columns:
  resource_id: RESOURCE|PRINCIPAL, as in the findings of external access
  finding_id: Access Analyzer's finding
  exposure: PUBLIC, OUTSIDE_ORGANIZATION, INSIDE_ORGANIZATION, FEDERATED, SERVICE or UNKNOWN
  principal: TYPE:PRINCIPAL; null where the finding names none
  error: why the analyzer could not tell
  rcp_unweighed: whether a resource control policy may forbid it that the analyzer did not weigh
  archived_by: by whom, as far as anybody can tell, in words
  public_untold: whether everybody may be meant, and nobody says so
*/
WITH rules AS (
  SELECT analyzer_arn, array_join(array_agg(rule_name ORDER BY rule_name), ', ') AS names
  FROM archive_rule
  GROUP BY analyzer_arn
)
SELECT DISTINCT coalesce(owner.account_id, f.account_id) AS account_id,
       f.region,
       coalesce(f.resource, f.finding_id) || '|'
         || coalesce(f.principal, CASE WHEN f.exposure = 'PUBLIC' THEN 'AWS:*' ELSE 'UNKNOWN' END) AS resource_id,
       f.finding_id,
       coalesce(f.exposure, 'UNKNOWN') AS exposure,
       f.principal,
       f.error,
       coalesce(f.rcp_restriction IN ('APPLICABLE', 'FAILED_TO_EVALUATE_RCP'), false) AS rcp_unweighed,
       CASE
         WHEN r.names IS NOT NULL THEN 'by hand or by an archive rule: ' || r.names
         WHEN c.status = 'READ' THEN 'by hand'
         ELSE 'by hand or by an archive rule that could not be read'
       END AS archived_by,
       -- a finding of everybody, or of nobody, that does not say whether everybody is meant
       f.is_public IS NULL AND f.exposure IS DISTINCT FROM 'PUBLIC'
         AND (f.principal IS NULL OR f.principal LIKE '%AWS:*%') AS public_untold
FROM archived_access f
LEFT JOIN account owner ON owner.account_id = f.resource_account
LEFT JOIN rules r ON r.analyzer_arn = f.analyzer_arn
LEFT JOIN coverage c ON c.account_id = f.account_id AND c.region = f.region
  AND c.source = 'access-analyzer-archive-rules'
