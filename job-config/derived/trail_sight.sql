/*
row: "Whether all trails that an account owns were seen: what a control of each trail says of the account itself, beside its trails or in place of them."
never-null: [account_id, trails]
columns:
  trails: how many trails of its own were seen
  unread_verdict: what such a control says of the account; null where its trails say all
  unread_reason: why, in a sentence; null where its trails say all
*/
WITH cells AS (
  SELECT account_id,
         min(unread_reason) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA') AS unread_reason,
         min(unread_reason) FILTER (WHERE unread_verdict = 'NOT_APPLICABLE') AS closed_reason,
         count(*) FILTER (WHERE unread_verdict IS NULL) AS seen
  FROM coverage
  WHERE source IN ('cloudtrail', 'cloudtrail-elsewhere')
  GROUP BY account_id
),
own AS (
  SELECT account_id, count(*) AS trails FROM trail WHERE split_part(arn, ':', 5) = account_id GROUP BY account_id
)
SELECT c.account_id,
       coalesce(o.trails, 0) AS trails,
       CASE
         WHEN c.unread_reason IS NOT NULL THEN 'INSUFFICIENT_DATA'
         WHEN o.trails IS NULL THEN 'NOT_APPLICABLE'
       END AS unread_verdict,
       CASE
         WHEN c.unread_reason IS NOT NULL THEN c.unread_reason
         WHEN o.trails IS NULL AND c.seen > 0 THEN 'The account has no trail of its own.'
         WHEN o.trails IS NULL THEN c.closed_reason
       END AS unread_reason
FROM cells c
LEFT JOIN own o ON o.account_id = c.account_id
