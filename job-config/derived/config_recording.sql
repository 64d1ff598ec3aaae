/*
row: "Whether AWS Config records in an account and Region, by the best of the account's own recorders: what feeds rules and deliveries there."
never-null: [account_id, region, collected_at]
columns:
  state: as in own_recorder, NONE where there is no recorder; null where nobody could look
  name: the name of a recorder in that state
  error_code: why its last delivery failed
  changed_at: when its status last changed
  unread_reason: why nobody could look; null where somebody could
*/
WITH ranked AS (
  SELECT account_id,
         region,
         min(CASE state
               WHEN 'RECORDING' THEN 1
               WHEN 'ON' THEN 2
               WHEN 'PENDING' THEN 3
               WHEN 'UNKNOWN' THEN 4
               WHEN 'FAILING' THEN 5
               ELSE 6
             END) AS rank
  FROM own_recorder
  GROUP BY account_id, region
),
best AS (
  SELECT account_id,
         region,
         CASE rank
           WHEN 1 THEN 'RECORDING'
           WHEN 2 THEN 'ON'
           WHEN 3 THEN 'PENDING'
           WHEN 4 THEN 'UNKNOWN'
           WHEN 5 THEN 'FAILING'
           ELSE 'STOPPED'
         END AS state
  FROM ranked
),
described AS (
  SELECT b.account_id,
         b.region,
         b.state,
         min(o.name) AS name,
         min(o.error_code) AS error_code,
         max(o.changed_at) AS changed_at
  FROM best b
  JOIN own_recorder o ON o.account_id = b.account_id AND o.region = b.region AND o.state = b.state
  GROUP BY b.account_id, b.region, b.state
)
SELECT c.account_id,
       c.region,
       CASE WHEN c.unread_verdict IS NULL THEN coalesce(d.state, 'NONE') END AS state,
       d.name,
       d.error_code,
       d.changed_at,
       c.unread_reason,
       c.collected_at
FROM coverage c
LEFT JOIN described d ON d.account_id = c.account_id AND d.region = c.region
WHERE c.source = 'config-recorder'
