-- The root user of every account, from what three sources say of it. What a source did
-- not say is UNKNOWN here, never absent. credentials: whether it can sign in at all. mfa:
-- NOT_VIRTUAL is all that is no virtual device, in hardware or not; ENABLED: there is one,
-- but the devices could not be read. access_keys is null where nobody said.
WITH devices AS (
  SELECT c.account_id,
         c.status AS status,
         count(d.serial_number) FILTER (WHERE d.root) AS root_devices
  FROM coverage c
  LEFT JOIN virtual_mfa_device d ON d.account_id = c.account_id
  WHERE c.source = 'iam-root-mfa-devices'
  GROUP BY c.account_id, c.status
),
uses AS (
  SELECT account_id, password_last_used_at AS used_at FROM credential WHERE root
  UNION ALL
  SELECT account_id, access_key1_last_used_at FROM credential WHERE root
  UNION ALL
  SELECT account_id, access_key2_last_used_at FROM credential WHERE root
),
last_use AS (
  SELECT account_id, max(used_at) AS used_at FROM uses GROUP BY account_id
)
SELECT a.account_id,
       CASE
         WHEN s.password_present OR s.access_keys_present OR s.signing_certificates_present THEN 'PRESENT'
         WHEN NOT s.password_present AND NOT s.access_keys_present AND NOT s.signing_certificates_present THEN 'REMOVED'
         ELSE 'UNKNOWN'
       END AS credentials,
       CASE
         WHEN d.root_devices > 0 THEN 'VIRTUAL'
         WHEN NOT s.mfa_enabled THEN 'NONE'
         WHEN s.mfa_enabled AND d.status = 'READ' THEN 'NOT_VIRTUAL'
         WHEN s.mfa_enabled THEN 'ENABLED'
         ELSE 'UNKNOWN'
       END AS mfa,
       s.access_keys_present AS access_keys,
       u.used_at AS last_used_at
FROM account a
LEFT JOIN account_summary s ON s.account_id = a.account_id
LEFT JOIN devices d ON d.account_id = a.account_id
LEFT JOIN last_use u ON u.account_id = a.account_id
