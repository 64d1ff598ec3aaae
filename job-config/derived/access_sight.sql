/*
row: Whether an analyzer of external access saw an account's resources in a Region, its own or the organization's, and its findings were read.
never-null: [account_id, region, collected_at]
columns:
  unread_verdict: what a control of these findings says where nothing was seen; null where the findings decide
  unread_reason: why, in a sentence; null where the findings decide
  analyzed_at: when one of these analyzers last analyzed a resource; null where none has yet
  analyzer_made_at: when the oldest of them was made; null where there is none
*/
WITH eye AS (
  SELECT a.account_id, a.region, a.type, a.last_analyzed_at, a.created_at
  FROM analyzer a
  JOIN coverage c ON c.account_id = a.account_id AND c.region = a.region
    AND c.source = 'access-analyzer-findings' AND c.status = 'READ'
  WHERE a.status = 'ACTIVE' AND a.type IN ('ACCOUNT', 'ORGANIZATION')
),
looking AS (
  SELECT account_id, region, last_analyzed_at, created_at FROM eye
  UNION ALL
  SELECT a.account_id, e.region, e.last_analyzed_at, e.created_at
  FROM account a
  CROSS JOIN eye e
  WHERE a.management IS NOT NULL AND e.type = 'ORGANIZATION'
),
latest AS (
  SELECT account_id, region, max(last_analyzed_at) AS analyzed_at, min(created_at) AS made_at
  FROM looking
  GROUP BY account_id, region
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
  SELECT administrator_id FROM delegated_administrator WHERE service_principal LIKE 'access-analyzer.amazonaws.%'
),
unread_owner AS (
  SELECT c.region, min(c.unread_reason) AS reason
  FROM coverage c
  JOIN owner o ON o.account_id = c.account_id
  WHERE c.source = 'access-analyzer-findings' AND c.unread_verdict = 'INSUFFICIENT_DATA'
  GROUP BY c.region
),
sight AS (
  SELECT c.account_id,
         c.region,
         c.unread_verdict,
         c.unread_reason,
         c.status = 'READ' OR (a.management IS NOT NULL AND g.arn IS NOT NULL) AS seen,
         CASE WHEN a.management IS NOT NULL THEN u.reason END AS owner_reason,
         e.analyzed_at,
         e.made_at,
         c.collected_at
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  LEFT JOIN organization g ON g.region = c.region
  LEFT JOIN unread_owner u ON u.region = c.region
  LEFT JOIN latest e ON e.account_id = c.account_id AND e.region = c.region
  WHERE c.source = 'access-analyzer-findings'
)
SELECT account_id,
       region,
       CASE
         WHEN unread_verdict IS NOT NULL THEN unread_verdict
         WHEN NOT seen THEN 'INSUFFICIENT_DATA'
       END AS unread_verdict,
       CASE
         WHEN unread_verdict IS NOT NULL THEN unread_reason
         WHEN NOT seen AND owner_reason IS NOT NULL THEN
           'What the organization''s analyzer found here could not be read: ' || owner_reason
         WHEN NOT seen THEN 'No active analyzer of external access sees this account and Region.'
       END AS unread_reason,
       analyzed_at,
       made_at AS analyzer_made_at,
       collected_at
FROM sight
