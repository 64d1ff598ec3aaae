/*
row: What the organization lets a service do in its accounts. A service has a row where anything is said of it, and those that controls ask about always do.
never-null: [service, asked_in, answers_in, trusted]
columns:
  service: the service, by the name with which its principal begins in every partition, such as config
  asked_in: the account that was asked
  answers_in: the management account where it is known, else the account that was asked
  unread_verdict: what a control says where the organization was not read; null where it was
  unread_reason: why, in a sentence; null where it was read
  trusted: whether the organization trusts the service; false where nobody could look, which unread_verdict says
  administrator_id: an active account that administers it; of several the first
  inactive_administrator_id: an account that administers it and is not active
  unknown_administrator_id: an account that administers it and is not on the roster
*/
WITH trusted AS (
  SELECT DISTINCT split_part(service_principal, '.amazonaws.', 1) AS service FROM trusted_service
),
administrators AS (
  SELECT split_part(d.service_principal, '.amazonaws.', 1) AS service,
         min(d.administrator_id) FILTER (WHERE a.state = 'ACTIVE') AS active,
         min(d.administrator_id) FILTER (WHERE a.state <> 'ACTIVE') AS inactive,
         min(d.administrator_id) FILTER (WHERE a.state IS NULL) AS unknown
  FROM delegated_administrator d
  LEFT JOIN account a ON a.account_id = d.administrator_id
  GROUP BY split_part(d.service_principal, '.amazonaws.', 1)
),
services AS (
  SELECT service FROM trusted
  UNION
  SELECT service FROM administrators
  UNION
  SELECT service FROM (VALUES ('access-analyzer'), ('cloudtrail'), ('config')) AS asked (service)
)
SELECT s.service,
       o.account_id AS asked_in,
       coalesce(m.account_id, o.account_id) AS answers_in,
       o.unread_verdict,
       o.unread_reason,
       t.service IS NOT NULL AS trusted,
       d.active AS administrator_id,
       d.inactive AS inactive_administrator_id,
       d.unknown AS unknown_administrator_id
FROM services s
JOIN coverage o ON o.source = 'organizations-delegation'
LEFT JOIN account m ON m.management
LEFT JOIN trusted t ON t.service = s.service
LEFT JOIN administrators d ON d.service = s.service
