/*
row: Whether a detective service sees what happens in an account and Region, and by whose hand.
never-null: [account_id, region, service, state, collected_at]
columns:
  service: access-analyzer, cloudtrail, config, guardduty or securityhub
  state: OWN or ORGANIZATION where it is on, by the account's own doing or by another's; PARTIAL where it is on and sees less than it could; OFF; NOT_AVAILABLE where there is nothing to see, or no such service; UNKNOWN where nobody could tell
  by_account_id: whose it is, where it is on; of several the first
  cause: "why it is no more than it is: NONE (there is none), STOPPED, SUSPENDED, DISABLED, FAILING (what it sees does not arrive), NARROWED (it leaves something out), BLIND (what it checks by is off), UNREAD, CONTRADICTED, UNSAID or NOTHING_YET"
  unread_reason: why nobody could look, or there is nothing to see, in a sentence; null elsewhere
  seen_at: when it last showed that it works, or since when it is pending; null where it gives no such date
*/
WITH recorded AS (
  SELECT account_id,
         region,
         count_if(strategy = 'ALL_SUPPORTED_RESOURCE_TYPES'
           OR (strategy = 'EXCLUSION_BY_RESOURCE_TYPES' AND other_exclusions = 0)) AS whole,
         count_if(strategy IS NULL) AS unsaid
  FROM own_recorder
  WHERE state IN ('RECORDING', 'PENDING')
  GROUP BY account_id, region
),
config AS (
  SELECT r.account_id,
         r.region,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN ARRAY['NOT_AVAILABLE']
           WHEN r.state IS NULL THEN ARRAY['UNKNOWN', 'UNREAD']
           WHEN r.state IN ('NONE', 'STOPPED') THEN ARRAY['OFF', r.state]
           WHEN r.state = 'FAILING' THEN ARRAY['PARTIAL', 'FAILING']
           WHEN r.state IN ('ON', 'UNKNOWN') THEN ARRAY['UNKNOWN', 'UNSAID']
           WHEN s.whole > 0 THEN ARRAY['OWN']
           WHEN s.unsaid > 0 THEN ARRAY['UNKNOWN', 'CONTRADICTED']
           ELSE ARRAY['PARTIAL', 'NARROWED']
         END AS found,
         r.account_id AS by_account_id,
         c.unread_reason,
         CASE WHEN r.state = 'PENDING' THEN r.changed_at END AS seen_at,
         r.collected_at
  FROM config_recording r
  JOIN coverage c ON c.account_id = r.account_id AND c.region = r.region AND c.source = 'config-recorder'
  LEFT JOIN recorded s ON s.account_id = r.account_id AND s.region = r.region
),
delivering AS (
  SELECT arn, max(latest_delivery_error) AS error, max(latest_delivery_at) AS delivered_at
  FROM trail
  WHERE logging
  GROUP BY arn
),
-- the trails that record something here, and how they fare
recording AS (
  SELECT r.account_id,
         r.region,
         min(r.owner_account_id) FILTER (WHERE d.error IS NULL AND r.management_events = 'ALL') AS whole_id,
         min(r.owner_account_id) FILTER (WHERE d.error IS NULL AND r.management_events = 'ALL' AND r.organization_trail)
           AS whole_organization_id,
         max(d.delivered_at) FILTER (WHERE d.error IS NULL AND r.management_events = 'ALL') AS whole_delivered_at,
         min(r.owner_account_id) AS any_id,
         bool_or(r.organization_trail) AS organization_trail,
         count_if(d.error IS NOT NULL) AS failing,
         count_if(d.delivered_at IS NULL) AS undelivered,
         min(d.delivered_at) AS delivered_at
  FROM trail_reach r
  JOIN delivering d ON d.arn = r.arn
  WHERE r.management_events NOT IN ('NONE', 'UNKNOWN')
  GROUP BY r.account_id, r.region
),
cloudtrail AS (
  SELECT t.account_id,
         t.region,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN ARRAY['NOT_AVAILABLE']
           WHEN t.covered AND r.whole_delivered_at IS NOT NULL THEN
             ARRAY[CASE WHEN r.whole_organization_id IS NOT NULL THEN 'ORGANIZATION' ELSE 'OWN' END]
           WHEN t.covered IS NULL OR t.management_events IS NULL THEN ARRAY['UNKNOWN', 'UNREAD']
           WHEN NOT t.covered AND c.unread_verdict IS NOT NULL THEN ARRAY['UNKNOWN', 'UNREAD']
           WHEN NOT t.covered THEN ARRAY['OFF', 'NONE']
           WHEN r.failing > 0 THEN ARRAY['PARTIAL', 'FAILING']
           WHEN t.management_events <> 'ALL' THEN ARRAY['PARTIAL', 'NARROWED']
           WHEN r.whole_id IS NOT NULL OR r.undelivered > 0 THEN ARRAY['UNKNOWN', 'NOTHING_YET']
           -- several that make up for each other
           ELSE ARRAY[CASE WHEN r.organization_trail THEN 'ORGANIZATION' ELSE 'OWN' END]
         END AS found,
         coalesce(r.whole_organization_id, r.whole_id, r.any_id) AS by_account_id,
         coalesce(c.unread_reason, t.unread_reason) AS unread_reason,
         coalesce(r.whole_delivered_at, r.delivered_at) AS seen_at,
         c.collected_at
  FROM trail_coverage t
  JOIN coverage c ON c.account_id = t.account_id AND c.region = t.region AND c.source = 'cloudtrail'
  LEFT JOIN recording r ON r.account_id = t.account_id AND r.region = t.region
),
analyzing AS (
  SELECT account_id,
         region,
         count_if(status = 'ACTIVE') AS active,
         max(last_analyzed_at) FILTER (WHERE status = 'ACTIVE') AS analyzed_at,
         min(status) FILTER (WHERE status <> 'ACTIVE') AS status
  FROM analyzer
  WHERE type = 'ACCOUNT'
  GROUP BY account_id, region
),
organization_analyzing AS (
  SELECT region,
         min(account_id) FILTER (WHERE status = 'ACTIVE') AS account_id,
         max(last_analyzed_at) FILTER (WHERE status = 'ACTIVE') AS analyzed_at,
         min(status) FILTER (WHERE status <> 'ACTIVE') AS status
  FROM analyzer
  WHERE type = 'ORGANIZATION'
  GROUP BY region
),
-- where an organization's analyzer could be and nobody could look
unread_owner AS (
  SELECT c.region, min(c.unread_reason) AS reason
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  LEFT JOIN delegated_administrator d ON d.administrator_id = c.account_id
    AND d.service_principal LIKE 'access-analyzer.amazonaws.%'
  WHERE c.source = 'access-analyzer' AND c.unread_verdict = 'INSUFFICIENT_DATA'
    AND (a.management OR d.administrator_id IS NOT NULL)
  GROUP BY c.region
),
access_analyzer AS (
  SELECT c.account_id,
         c.region,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN ARRAY['NOT_AVAILABLE']
           WHEN a.management IS NOT NULL AND o.analyzed_at IS NOT NULL THEN ARRAY['ORGANIZATION']
           WHEN z.analyzed_at IS NOT NULL THEN ARRAY['OWN']
           WHEN z.active > 0 OR (a.management IS NOT NULL AND o.account_id IS NOT NULL) THEN
             ARRAY['UNKNOWN', 'NOTHING_YET']
           WHEN c.unread_verdict IS NOT NULL OR (a.management IS NOT NULL AND u.reason IS NOT NULL) THEN
             ARRAY['UNKNOWN', 'UNREAD']
           ELSE ARRAY['OFF', CASE WHEN z.status IS NOT NULL OR (a.management IS NOT NULL AND o.status IS NOT NULL)
             THEN 'STOPPED' ELSE 'NONE' END]
         END AS found,
         CASE
           WHEN a.management IS NOT NULL AND (o.analyzed_at IS NOT NULL OR z.analyzed_at IS NULL) THEN
             coalesce(o.account_id, c.account_id)
           ELSE c.account_id
         END AS by_account_id,
         CASE
           WHEN a.management IS NOT NULL AND o.analyzed_at IS NOT NULL THEN o.analyzed_at
           ELSE z.analyzed_at
         END AS seen_at,
         coalesce(c.unread_reason, CASE WHEN a.management IS NOT NULL THEN u.reason END) AS unread_reason,
         c.collected_at
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  LEFT JOIN analyzing z ON z.account_id = c.account_id AND z.region = c.region
  LEFT JOIN organization_analyzing o ON o.region = c.region
  LEFT JOIN unread_owner u ON u.region = c.region
  WHERE c.source = 'access-analyzer'
),
foundation AS (
  SELECT account_id,
         region,
         count(DISTINCT feature) AS named,
         count_if(status <> 'ENABLED' AND status = coalesce(data_source_status, status)) AS off,
         count_if(status <> data_source_status) AS contradicted
  FROM guardduty_feature
  WHERE feature IN ('CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS')
  GROUP BY account_id, region
),
guardduty AS (
  SELECT g.account_id,
         g.region,
         CASE
           WHEN g.unread_verdict = 'NOT_APPLICABLE' THEN ARRAY['NOT_AVAILABLE']
           WHEN g.unread_verdict IS NOT NULL THEN ARRAY['UNKNOWN', 'UNREAD']
           WHEN g.state = 'OFF' THEN ARRAY['OFF', 'NONE']
           WHEN g.state = 'SUSPENDED' THEN ARRAY['OFF', 'SUSPENDED']
           WHEN g.state = 'CONTRADICTED' THEN ARRAY['UNKNOWN', 'CONTRADICTED']
           WHEN g.state = 'UNKNOWN' THEN ARRAY['UNKNOWN', 'UNSAID']
           WHEN f.off > 0 THEN ARRAY['PARTIAL', 'NARROWED']
           WHEN f.contradicted > 0 THEN ARRAY['UNKNOWN', 'CONTRADICTED']
           WHEN coalesce(f.named, 0) < 3 THEN ARRAY['UNKNOWN', 'UNSAID']
           WHEN g.administrator_id IS NOT NULL THEN ARRAY['ORGANIZATION']
           ELSE ARRAY['OWN']
         END AS found,
         coalesce(g.administrator_id, g.account_id) AS by_account_id,
         g.unread_reason,
         g.collected_at
  FROM guardduty_state g
  LEFT JOIN foundation f ON f.account_id = g.account_id AND f.region = g.region
),
standards AS (
  SELECT account_id,
         region,
         count(*) AS enabled,
         count_if(standards_status = 'READY' AND status_reason IS NULL) AS ready,
         count_if(standards_status = 'PENDING') AS pending
  FROM securityhub_standard
  GROUP BY account_id, region
),
looked_after AS (
  SELECT account_id, region, min(administrator_id) AS administrator_id
  FROM securityhub_member
  WHERE member_status = 'Enabled'
  GROUP BY account_id, region
),
securityhub AS (
  SELECT h.account_id,
         h.region,
         CASE
           WHEN h.unread_verdict = 'NOT_APPLICABLE' THEN ARRAY['NOT_AVAILABLE']
           WHEN h.unread_verdict IS NOT NULL THEN ARRAY['UNKNOWN', 'UNREAD']
           WHEN h.state = 'OFF' THEN ARRAY['OFF', 'NONE']
           WHEN h.state = 'CONTRADICTED' THEN ARRAY['UNKNOWN', 'CONTRADICTED']
           WHEN h.state = 'UNKNOWN' THEN ARRAY['UNKNOWN', 'UNSAID']
           WHEN h.policy_id IS NOT NULL AND h.membership NOT IN ('ADMINISTRATOR', 'MEMBER') THEN
             ARRAY['UNKNOWN', 'UNSAID']
           WHEN s.unread_verdict IS NOT NULL THEN ARRAY['UNKNOWN', 'UNREAD']
           WHEN n.enabled IS NULL THEN ARRAY['PARTIAL', 'NARROWED']
           WHEN n.ready = 0 AND n.pending > 0 THEN ARRAY['UNKNOWN', 'NOTHING_YET']
           WHEN n.ready + n.pending < n.enabled THEN ARRAY['PARTIAL', 'BLIND']
           WHEN m.administrator_id IS NOT NULL THEN ARRAY['ORGANIZATION']
           ELSE ARRAY['OWN']
         END AS found,
         coalesce(m.administrator_id, h.account_id) AS by_account_id,
         coalesce(h.unread_reason, s.unread_reason) AS unread_reason,
         h.collected_at
  FROM securityhub_state h
  LEFT JOIN coverage s ON s.account_id = h.account_id AND s.region = h.region AND s.source = 'securityhub-standards'
  LEFT JOIN standards n ON n.account_id = h.account_id AND n.region = h.region
  LEFT JOIN looked_after m ON m.account_id = h.account_id AND m.region = h.region
),
found AS (
  SELECT 'access-analyzer' AS service, account_id, region, found, by_account_id, unread_reason, seen_at, collected_at
  FROM access_analyzer
  UNION ALL
  SELECT 'cloudtrail' AS service, account_id, region, found, by_account_id, unread_reason, seen_at, collected_at
  FROM cloudtrail
  UNION ALL
  SELECT 'config' AS service, account_id, region, found, by_account_id, unread_reason, seen_at, collected_at
  FROM config
  UNION ALL
  SELECT 'guardduty' AS service, account_id, region, found, by_account_id, unread_reason, NULL AS seen_at, collected_at
  FROM guardduty
  UNION ALL
  SELECT 'securityhub' AS service, account_id, region, found, by_account_id, unread_reason, NULL AS seen_at, collected_at
  FROM securityhub
)
SELECT account_id,
       region,
       service,
       found[1] AS state,
       CASE WHEN found[1] IN ('OWN', 'ORGANIZATION', 'PARTIAL') THEN by_account_id END AS by_account_id,
       CASE WHEN cardinality(found) > 1 THEN found[2] END AS cause,
       CASE WHEN found[1] = 'NOT_AVAILABLE' OR found[cardinality(found)] = 'UNREAD' THEN unread_reason END AS unread_reason,
       CASE WHEN found[1] IN ('OWN', 'ORGANIZATION', 'PARTIAL') THEN seen_at END AS seen_at,
       collected_at
FROM found
