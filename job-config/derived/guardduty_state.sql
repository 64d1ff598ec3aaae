/*
row: What GuardDuty is in a Region of an account, whoever said it.
never-null: [account_id, region, collected_at, state, own_state]
columns:
  state: ON, SUSPENDED, OFF; CONTRADICTED where the account and its administrator disagree; UNKNOWN where nobody could look or nothing was said
  detector_id: the detector; null where there is none
  administrator_id: the administrator that answered for the account; null where the account itself did
  relationship_status: what the Region's administrator calls the account; null where it has it on no list
  own_state: what the account says, or its administrator for it
  contradicted_by: the administrator that says otherwise; null where nobody does
  unread_verdict: what a control says where nobody could look; null where somebody did
  unread_reason: why, in a sentence; null where somebody did
*/
WITH detectors AS (
  SELECT account_id,
         region,
         min(detector_id) AS detector_id,
         min(administrator_id) AS administrator_id,
         bool_and(status = 'ENABLED') AS looks,
         bool_or(status = 'DISABLED') AS suspended
  FROM guardduty_detector
  GROUP BY account_id, region
),
members AS (
  SELECT account_id,
         region,
         min(administrator_id) AS administrator_id,
         min(relationship_status) AS relationship_status,
         bool_or(relationship_status = 'Enabled') AS enabled,
         bool_or(relationship_status IN ('Disabled', 'DISABLED')) AS disabled
  FROM guardduty_member
  GROUP BY account_id, region
),
told AS (
  SELECT c.account_id,
         c.region,
         c.collected_at,
         c.unread_verdict,
         c.unread_reason,
         d.detector_id,
         d.administrator_id,
         m.relationship_status,
         m.administrator_id AS listed_by,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN 'UNKNOWN'
           WHEN c.status = 'NOT_ENABLED' THEN 'OFF'
           WHEN d.suspended THEN 'SUSPENDED'
           WHEN d.looks THEN 'ON'
           ELSE 'UNKNOWN'
         END AS said,
         coalesce(m.enabled, false) AND d.administrator_id IS NULL AS called_enabled,
         coalesce(m.disabled, false) AND d.administrator_id IS NULL AS called_disabled
  FROM coverage c
  LEFT JOIN detectors d ON d.account_id = c.account_id AND d.region = c.region
  LEFT JOIN members m ON m.account_id = c.account_id AND m.region = c.region
  WHERE c.source = 'guardduty'
),
heard AS (
  SELECT account_id,
         region,
         collected_at,
         unread_verdict,
         unread_reason,
         detector_id,
         administrator_id,
         relationship_status,
         listed_by,
         said,
         (said IN ('OFF', 'SUSPENDED') AND called_enabled) OR (said = 'ON' AND called_disabled) AS contradicted
  FROM told
)
SELECT account_id,
       region,
       collected_at,
       CASE WHEN contradicted THEN 'CONTRADICTED' ELSE said END AS state,
       detector_id,
       administrator_id,
       relationship_status,
       said AS own_state,
       CASE WHEN contradicted THEN listed_by END AS contradicted_by,
       unread_verdict,
       unread_reason
FROM heard
