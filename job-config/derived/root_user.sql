/*
row: "The root user of an account, from what three witnesses say of it: the account summary, the list of virtual MFA devices and the root user's row of the credential report. What none of them said is UNKNOWN, never absent, and so is what they contradict each other on."
never-null: [account_id, credentials, mfa, partition_name]
columns:
  credentials: "whether there are any: PRESENT, REMOVED or UNKNOWN"
  mfa: NOT_VIRTUAL (all that is no virtual device, in hardware or not), VIRTUAL, ENABLED (there is one, but the devices could not be read), NONE or UNKNOWN
  access_keys: whether there are access keys; null where nobody said, or not with one voice
  last_used_at: when password or keys were last used; null where never, or where nobody said
  signing_certificates: whether there are signing certificates; null where nobody said, or not with one voice
  partition_name: the night's partition, such as aws
  sign_in: whether the partition lets a root user sign in, which GovCloud does not, and China, whose reports have no row of it; null where that could not be read
  mfa_by: "on whose word mfa rests: SUMMARY, DEVICES or REPORT; null where on nobody's"
  mfa_yes: who says that there is MFA; null where the witnesses do not contradict each other
  mfa_no: who says that there is none; null where the witnesses do not contradict each other
  keys_yes: who says that there are access keys; null where the witnesses do not contradict each other
  keys_no: who says that there are none; null where the witnesses do not contradict each other
  certificates_yes: who says that there are signing certificates; null where the witnesses do not contradict each other
  certificates_no: who says that there are none; null where the witnesses do not contradict each other
  report_made_at: when IAM made the credential report, which it keeps for four hours
  report_hours: how many hours old the report was
*/
WITH place AS (
  SELECT CASE
           WHEN count_if(region LIKE 'us-gov-%') > 0 THEN 'aws-us-gov'
           WHEN count_if(region LIKE 'cn-%') > 0 THEN 'aws-cn'
           WHEN count_if(region LIKE 'eusc-%') > 0 THEN 'aws-eusc'
           ELSE 'aws'
         END AS partition_name
  FROM coverage
),
report AS (
  SELECT c.account_id,
         c.status = 'READ' AS was_read,
         k.account_id IS NOT NULL AS has_root,
         k.report_made_at AS made_at,
         date_diff('day', CAST(k.report_made_at AS date), CAST(c.collected_at AS date)) * 24
           + extract(hour FROM c.collected_at) - extract(hour FROM k.report_made_at) AS hours,
         k.mfa_active AS mfa,
         -- an inactive key is one, where the report still dates it
         CASE
           WHEN k.access_key1_active OR k.access_key2_active THEN true
           WHEN k.access_key1_rotated_at IS NOT NULL OR k.access_key2_rotated_at IS NOT NULL THEN true
           WHEN NOT k.access_key1_active AND NOT k.access_key2_active THEN false
         END AS access_keys,
         CASE
           WHEN k.cert1_active OR k.cert2_active THEN true
           WHEN NOT k.cert1_active AND NOT k.cert2_active THEN false
         END AS certificates
  FROM coverage c
  LEFT JOIN credential k ON k.account_id = c.account_id AND k.root
  WHERE c.source = 'iam-credential-report'
),
devices AS (
  SELECT c.account_id,
         c.status = 'READ' AS were_read,
         count(d.serial_number) FILTER (WHERE d.root) > 0 AS has_root,
         max(d.enabled_at) FILTER (WHERE d.root) AS enabled_at
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
),
said AS (
  SELECT a.account_id,
         s.mfa_enabled,
         s.access_keys_present,
         s.signing_certificates_present,
         s.password_present,
         coalesce(d.were_read, false) AS devices_read,
         coalesce(d.has_root, false) AS device,
         -- a device that was enabled after the report was made excuses the report
         CASE WHEN NOT r.mfa AND d.has_root AND d.enabled_at > r.made_at THEN NULL ELSE r.mfa END AS report_mfa,
         r.access_keys AS report_keys,
         r.certificates AS report_certificates,
         r.was_read,
         coalesce(r.has_root, false) AS has_row,
         r.made_at,
         r.hours,
         'the credential report of '
           || coalesce(CAST(CAST(r.made_at AS date) AS varchar) || ', about ' || CAST(r.hours AS varchar)
             || ' hours old', 'a day that it does not name') AS report_name
  FROM account a
  LEFT JOIN account_summary s ON s.account_id = a.account_id
  LEFT JOIN devices d ON d.account_id = a.account_id
  LEFT JOIN report r ON r.account_id = a.account_id
),
-- who says that there is one, and who that there is none
voices AS (
  SELECT account_id,
         CASE
           WHEN mfa_enabled AND device THEN 'the account summary and the virtual MFA devices'
           WHEN mfa_enabled THEN 'the account summary'
           WHEN device AND report_mfa THEN 'the virtual MFA devices and ' || report_name
           WHEN device THEN 'the virtual MFA devices'
           WHEN report_mfa THEN report_name
         END AS mfa_yes,
         CASE
           WHEN NOT mfa_enabled AND NOT report_mfa THEN 'the account summary and ' || report_name
           WHEN NOT mfa_enabled THEN 'the account summary'
           WHEN NOT report_mfa THEN report_name
         END AS mfa_no,
         CASE
           WHEN access_keys_present AND NOT report_keys THEN 'the account summary'
           WHEN NOT access_keys_present AND report_keys THEN report_name
         END AS keys_yes,
         CASE
           WHEN access_keys_present AND NOT report_keys THEN report_name
           WHEN NOT access_keys_present AND report_keys THEN 'the account summary'
         END AS keys_no,
         CASE
           WHEN signing_certificates_present AND NOT report_certificates THEN 'the account summary'
           WHEN NOT signing_certificates_present AND report_certificates THEN report_name
         END AS certificates_yes,
         CASE
           WHEN signing_certificates_present AND NOT report_certificates THEN report_name
           WHEN NOT signing_certificates_present AND report_certificates THEN 'the account summary'
         END AS certificates_no
  FROM said
),
-- of the report, what it says is there counts; that nothing is active proves nothing
agreed AS (
  SELECT s.account_id,
         CASE
           WHEN v.keys_no IS NOT NULL THEN NULL
           WHEN s.access_keys_present IS NULL AND s.report_keys THEN true
           ELSE s.access_keys_present
         END AS access_keys,
         CASE
           WHEN v.certificates_no IS NOT NULL THEN NULL
           WHEN s.signing_certificates_present IS NULL AND s.report_certificates THEN true
           ELSE s.signing_certificates_present
         END AS certificates
  FROM said s
  JOIN voices v ON v.account_id = s.account_id
)
SELECT s.account_id,
       CASE
         WHEN s.password_present OR g.access_keys OR g.certificates THEN 'PRESENT'
         WHEN NOT s.password_present AND NOT g.access_keys AND NOT g.certificates THEN 'REMOVED'
         ELSE 'UNKNOWN'
       END AS credentials,
       CASE
         WHEN v.mfa_yes IS NOT NULL AND v.mfa_no IS NOT NULL THEN 'UNKNOWN'
         WHEN s.device THEN 'VIRTUAL'
         WHEN v.mfa_yes IS NOT NULL AND s.devices_read THEN 'NOT_VIRTUAL'
         WHEN v.mfa_yes IS NOT NULL THEN 'ENABLED'
         WHEN v.mfa_no IS NOT NULL THEN 'NONE'
         ELSE 'UNKNOWN'
       END AS mfa,
       g.access_keys,
       u.used_at AS last_used_at,
       g.certificates AS signing_certificates,
       n.partition_name,
       CASE
         WHEN n.partition_name = 'aws-us-gov' THEN false
         WHEN n.partition_name = 'aws-cn' AND NOT s.has_row AND s.was_read THEN false
         WHEN n.partition_name = 'aws-cn' AND NOT s.has_row THEN NULL
         ELSE true
       END AS sign_in,
       CASE
         WHEN s.mfa_enabled IS NOT NULL THEN 'SUMMARY'
         WHEN s.device THEN 'DEVICES'
         WHEN s.report_mfa IS NOT NULL THEN 'REPORT'
       END AS mfa_by,
       CASE WHEN v.mfa_no IS NOT NULL THEN v.mfa_yes END AS mfa_yes,
       CASE WHEN v.mfa_yes IS NOT NULL THEN v.mfa_no END AS mfa_no,
       v.keys_yes,
       v.keys_no,
       v.certificates_yes,
       v.certificates_no,
       s.made_at AS report_made_at,
       CAST(s.hours AS bigint) AS report_hours
FROM said s
JOIN voices v ON v.account_id = s.account_id
JOIN agreed g ON g.account_id = s.account_id
CROSS JOIN place n
LEFT JOIN last_use u ON u.account_id = s.account_id
