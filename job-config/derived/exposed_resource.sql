/*
row: "Who can reach a resource from outside, at the account that owns the resource where that is on the roster, else at the one whose analyzer found it. Two analyzers may find the same: a row each, under one resource_id."
never-null: [account_id, region, resource_id, finding_id, exposure, rcp_unweighed, public_untold]
columns:
  resource_id: RESOURCE|PRINCIPAL, as in the findings of external access
  finding_id: Access Analyzer's finding
  exposure: PUBLIC, OUTSIDE_ORGANIZATION, INSIDE_ORGANIZATION, FEDERATED, SERVICE or UNKNOWN
  principal: TYPE:PRINCIPAL; null where the finding names none
  error: why the analyzer could not tell
  rcp_unweighed: whether a resource control policy may forbid it that the analyzer did not weigh
  public_untold: whether everybody may be meant, and nobody says so
*/
SELECT DISTINCT coalesce(owner.account_id, f.account_id) AS account_id,
       f.region,
       coalesce(f.resource, f.finding_id) || '|'
         || coalesce(f.principal, CASE WHEN f.exposure = 'PUBLIC' THEN 'AWS:*' ELSE 'UNKNOWN' END) AS resource_id,
       f.finding_id,
       coalesce(f.exposure, 'UNKNOWN') AS exposure,
       f.principal,
       f.error,
       coalesce(f.rcp_restriction IN ('APPLICABLE', 'FAILED_TO_EVALUATE_RCP'), false) AS rcp_unweighed,
       -- a finding of everybody, or of nobody, that does not say whether everybody is meant
       f.is_public IS NULL AND f.exposure IS DISTINCT FROM 'PUBLIC'
         AND (f.principal IS NULL OR f.principal LIKE '%AWS:*%') AS public_untold
FROM external_access f
LEFT JOIN account owner ON owner.account_id = f.resource_account
