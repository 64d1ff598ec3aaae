/*
row: What Security Hub is in a Region of an account, whoever said it, and whether its administrator has its findings there.
never-null: [account_id, region, state, membership, collected_at]
columns:
  state: ON, OFF; CONTRADICTED where two that answered disagree; UNKNOWN where nobody could look
  v2: whether Security Hub v2, which is another service, is on; null where nobody could look
  policy_id: the configuration policy that proves it; null where the account itself was asked
  membership: "ADMINISTRATOR (the account itself is), MEMBER, NO_MEMBER, NOT_LISTED, ADMINISTRATOR_OFF, NO_ADMINISTRATOR (nobody administers it in the Region) or UNREAD"
  member_status: what the Region's administrator calls the account; null where it has it on no list
  administrator_id: the administrator of the Region, or whoever would have named it; of several the first
  contradiction: who says what, in a sentence; null where nobody disagrees
  unread_verdict: what a control says where nobody could look; null where somebody did
  unread_reason: why, in a sentence; null where somebody did
  membership_reason: why the administrator's list could not be read, or proves nothing; null where it does
*/
WITH cells AS (
  SELECT account_id,
         region,
         max(collected_at) FILTER (WHERE source = 'securityhub') AS collected_at,
         min(status) FILTER (WHERE source = 'securityhub') AS status,
         min(unread_verdict) FILTER (WHERE source = 'securityhub') AS unread_verdict,
         min(unread_reason) FILTER (WHERE source = 'securityhub') AS unread_reason,
         min(status) FILTER (WHERE source = 'securityhub-standards') AS standards_status,
         min(status) FILTER (WHERE source = 'securityhub-v2') AS v2_status
  FROM coverage
  WHERE source IN ('securityhub', 'securityhub-standards', 'securityhub-v2')
  GROUP BY account_id, region
),
hubs AS (
  SELECT account_id, region, min(policy_id) AS policy_id
  FROM securityhub_hub
  GROUP BY account_id, region
),
members AS (
  SELECT account_id,
         region,
         min(member_status) AS member_status,
         bool_and(member_status = 'Enabled') AS enabled
  FROM securityhub_member
  GROUP BY account_id, region
),
named AS (
  SELECT region, min(administrator_id) AS administrator_id
  FROM securityhub_administrator
  GROUP BY region
),
lists AS (
  SELECT region,
         min(account_id) FILTER (WHERE source = 'securityhub-organization') AS account_id,
         bool_or(source = 'securityhub-organization' AND status = 'NOT_ENABLED') AS off,
         coalesce(
           min('Its administrator could not be read in account ' || account_id || ': ' || unread_reason)
             FILTER (WHERE source = 'securityhub-administrators' AND unread_verdict IS NOT NULL),
           min('Its members could not be read in account ' || account_id || ': ' || unread_reason)
             FILTER (WHERE source = 'securityhub-organization' AND unread_verdict IS NOT NULL)) AS unread
  FROM coverage
  WHERE source IN ('securityhub-administrators', 'securityhub-organization')
  GROUP BY region
),
-- who administers a Region in which its own answers that it is off
blind AS (
  SELECT n.region,
         'The administrator ' || n.administrator_id
           || ' answers for the organization, and its own Security Hub is off in this Region.' AS reason
  FROM named n
  JOIN cells o ON o.account_id = n.administrator_id AND o.region = n.region
  JOIN lists l ON l.region = n.region
  WHERE o.status = 'NOT_ENABLED' AND NOT l.off
),
told AS (
  SELECT c.account_id,
         c.region,
         c.collected_at,
         c.unread_verdict,
         c.unread_reason,
         h.policy_id,
         m.member_status,
         coalesce(n.administrator_id, l.account_id) AS administrator_id,
         coalesce(l.unread, b.reason) AS membership_reason,
         CASE c.v2_status WHEN 'READ' THEN true WHEN 'NOT_ENABLED' THEN false END AS v2,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN 'UNKNOWN'
           WHEN c.status = 'NOT_ENABLED' THEN 'OFF'
           WHEN h.account_id IS NOT NULL THEN 'ON'
           ELSE 'UNKNOWN'
         END AS said,
         CASE
           WHEN l.account_id IS NULL OR l.unread IS NOT NULL OR b.region IS NOT NULL THEN 'UNREAD'
           WHEN n.administrator_id IS NULL THEN 'NO_ADMINISTRATOR'
           WHEN l.off THEN 'ADMINISTRATOR_OFF'
           WHEN n.administrator_id = c.account_id THEN 'ADMINISTRATOR'
           WHEN m.enabled THEN 'MEMBER'
           WHEN m.account_id IS NOT NULL THEN 'NO_MEMBER'
           ELSE 'NOT_LISTED'
         END AS membership,
         c.standards_status = 'NOT_ENABLED' AS denied
  FROM cells c
  LEFT JOIN hubs h ON h.account_id = c.account_id AND h.region = c.region
  LEFT JOIN members m ON m.account_id = c.account_id AND m.region = c.region
  LEFT JOIN named n ON n.region = c.region
  LEFT JOIN lists l ON l.region = c.region
  LEFT JOIN blind b ON b.region = c.region
  WHERE c.status IS NOT NULL
),
heard AS (
  SELECT account_id,
         region,
         collected_at,
         unread_verdict,
         unread_reason,
         policy_id,
         member_status,
         administrator_id,
         membership_reason,
         v2,
         said,
         membership,
         CASE
           WHEN said = 'ON' AND denied THEN 'Security Hub is on as '
             || coalesce('the policy ' || policy_id || ' has it', 'the account says')
             || ', and its standards answer that it is off.'
           WHEN said = 'ON' AND policy_id IS NOT NULL AND membership = 'NO_MEMBER' THEN
             'Security Hub is on as the policy ' || policy_id || ' has it, and the administrator ' || administrator_id
               || ' calls the account ' || member_status || '.'
           WHEN said = 'ON' AND policy_id IS NOT NULL AND membership = 'NOT_LISTED' THEN
             'Security Hub is on as the policy ' || policy_id || ' has it, and the administrator ' || administrator_id
               || ' does not list the account.'
           WHEN said = 'OFF' AND membership = 'MEMBER' THEN
             'The administrator ' || administrator_id || ' calls the account ' || member_status
               || ', and the account''s own answer is that Security Hub is off.'
         END AS contradiction
  FROM told
)
SELECT account_id,
       region,
       collected_at,
       CASE WHEN contradiction IS NOT NULL THEN 'CONTRADICTED' ELSE said END AS state,
       v2,
       policy_id,
       membership,
       member_status,
       administrator_id,
       contradiction,
       unread_verdict,
       unread_reason,
       membership_reason
FROM heard
