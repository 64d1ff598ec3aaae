/*
id: guardduty.auto_enable_org
version: 1
severity: MEDIUM
title:
  en: GuardDuty is turned on by itself in accounts that join
  ja: 組織に加わるアカウントでGuardDutyが自動的に有効になる
remediation:
  en: In GuardDuty's administrator, set auto-enable to all accounts, for GuardDuty and for each of its protection plans.
  ja: GuardDutyの委任管理者で、GuardDutyと各保護プランの自動有効化を全アカウントに設定してください。
reasons:
  "Account {0} answers for the organization in this Region.": "このリージョンでは、アカウント{0}で組織全体を判定しています。"
  "Nobody was asked for the organization in this Region.": "このリージョンでは、組織についての照会先がありません。"
  "How GuardDuty is turned on for the organization could not be read in account {0}: {1}":
    "GuardDutyの組織設定を、アカウント{0}で読み取れませんでした。{1}"
  "Nobody administers GuardDuty for the organization in this Region.": "このリージョンには、GuardDutyの管理者がいません。"
  "The administrator has no detector in this Region.": "管理者自身のディテクターが、このリージョンにありません。"
  "The administrator's own GuardDuty is suspended.": "管理者自身のGuardDutyが一時停止されています。"
  "GuardDuty does not say for whom it is turned on.": "GuardDutyが、自動有効化の対象を示していません。"
  "GuardDuty says that it is turned on for {0} accounts, and also that it is not.":
    "GuardDutyの自動有効化の対象は{0}ですが、無効との回答もあります。"
  "GuardDuty says that it is turned on for nobody, and also that it is.":
    "GuardDutyの自動有効化の対象はありませんが、有効との回答もあります。"
  "GuardDuty is turned on for nobody by itself.": "GuardDutyは、どのアカウントでも自動的に有効になりません。"
  "The administrator can take in no more members.": "管理者のメンバー数が上限に達しています。"
  "GuardDuty does not say whether more members can be taken in.": "GuardDutyが、メンバーを追加できるかどうかを示していません。"
  "Turned on for nobody by itself: {0}.": "どのアカウントでも自動的に有効にならない機能: {0}。"
  "Nothing is said of the features that are turned on.": "自動的に有効になる機能についての情報がありません。"
  "Detectors have these here, and nothing says whether they are turned on: {0}.":
    "このリージョンのディテクターにある機能について、自動有効化の設定を確認できません: {0}。"
  "GuardDuty is turned on by itself for all accounts.": "GuardDutyは、全アカウントで自動的に有効になります。"
  "GuardDuty is turned on by itself for new accounts.": "GuardDutyは、新しいアカウントで自動的に有効になります。"
  "Networks of accounts that join are monitored from their first day.":
    "新しいアカウントのネットワークも初日から監視されます。"
  "Workloads of accounts that join are monitored from their first day.":
    "新しいアカウントのワークロードも初日から監視されます。"
  "What nobody approved is noticed in accounts from their first day.":
    "新しいアカウントでの承認されていない事象にも初日から気づけます。"
parameters:
  features:
    type: list
    of: [S3_DATA_EVENTS, EKS_AUDIT_LOGS, EBS_MALWARE_PROTECTION, RDS_LOGIN_EVENTS, LAMBDA_NETWORK_LOGS, RUNTIME_MONITORING]
    default: [S3_DATA_EVENTS, EKS_AUDIT_LOGS, EBS_MALWARE_PROTECTION, RDS_LOGIN_EVENTS, LAMBDA_NETWORK_LOGS, RUNTIME_MONITORING]
    meaning:
      en: Which features are to be turned on in accounts that join, where the Region has them.
      ja: リージョンで利用できる場合に、新しいアカウントで自動的に有効とすべき機能。
sources: [guardduty, guardduty-organization, guardduty-administrators]
age: none because the configuration is of the moment in which it is read
csf20:
  primary: DE.CM-01
  reason: Networks of accounts that join are monitored from their first day.
  secondary:
    DE.CM-09: Workloads of accounts that join are monitored from their first day.
csf11:
  primary: DE.CM-1
  reason: Networks of accounts that join are monitored from their first day.
  secondary:
    DE.CM-7: What nobody approved is noticed in accounts from their first day.
*/
WITH wanted AS (
  SELECT value FROM parameter WHERE control_id = 'guardduty.auto_enable_org' AND name = 'features'
),
-- whoever is asked, and where nobody is, management
asked AS (
  SELECT account_id, region, status, unread_verdict, unread_reason
  FROM coverage
  WHERE source = 'guardduty-organization'
),
named AS (
  SELECT DISTINCT administrator_id, region FROM guardduty_administrator
),
-- one that is named, and that nobody can look into, answers for nobody
first_asked AS (
  SELECT k.region,
         min(k.account_id) AS account_id,
         min('How GuardDuty is turned on for the organization could not be read in account ' || k.account_id || ': '
           || k.unread_reason)
           FILTER (WHERE k.unread_verdict = 'INSUFFICIENT_DATA'
             OR (k.unread_verdict IS NOT NULL AND a.administrator_id IS NOT NULL)) AS unread
  FROM asked k
  LEFT JOIN named a ON a.administrator_id = k.account_id AND a.region = k.region
  GROUP BY k.region
),
features AS (
  SELECT f.account_id,
         f.region,
         array_join(array_agg(f.feature ORDER BY f.feature)
           FILTER (WHERE f.auto_enable = 'NONE' AND contains(split(w.value, ','), f.feature)), ', ') AS nobody
  FROM guardduty_organization_feature f
  CROSS JOIN wanted w
  GROUP BY f.account_id, f.region
),
-- what detectors of a Region have, and the configuration does not name
unsaid AS (
  SELECT k.account_id, k.region, array_join(array_agg(DISTINCT g.feature ORDER BY g.feature), ', ') AS features
  FROM asked k
  CROSS JOIN wanted w
  JOIN guardduty_feature g ON g.region = k.region AND contains(split(w.value, ','), g.feature)
  LEFT JOIN guardduty_organization_feature f
    ON f.account_id = k.account_id AND f.region = k.region AND f.feature = g.feature
  WHERE f.feature IS NULL
  GROUP BY k.account_id, k.region
),
-- the worse of two, should there be two
configured AS (
  SELECT account_id,
         region,
         bool_or(detector_status = 'DISABLED') AS suspended,
         max(auto_enable_members) AS auto_enable_members,
         bool_and(auto_enable) AS auto_enable,
         bool_or(member_account_limit_reached) AS member_account_limit_reached
  FROM guardduty_organization
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN k.account_id IS NULL AND n.unread IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', n.unread]
           WHEN k.account_id IS NULL AND n.account_id IS NOT NULL THEN
             ARRAY['NOT_APPLICABLE', 'Account ' || n.account_id || ' answers for the organization in this Region.']
           WHEN k.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nobody was asked for the organization in this Region.']
           WHEN k.unread_verdict IS NOT NULL THEN ARRAY[k.unread_verdict, k.unread_reason]
           WHEN k.status = 'NOT_ENABLED' AND a.administrator_id IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The administrator has no detector in this Region.']
           WHEN k.status = 'NOT_ENABLED' THEN
             ARRAY['NON_COMPLIANT', 'Nobody administers GuardDuty for the organization in this Region.']
           WHEN o.suspended THEN
             ARRAY['NON_COMPLIANT', 'The administrator''s own GuardDuty is suspended.']
           WHEN o.auto_enable_members IN ('ALL', 'NEW') AND NOT o.auto_enable THEN
             ARRAY['INSUFFICIENT_DATA', 'GuardDuty says that it is turned on for ' || o.auto_enable_members
               || ' accounts, and also that it is not.']
           WHEN o.auto_enable_members = 'NONE' AND o.auto_enable THEN
             ARRAY['INSUFFICIENT_DATA', 'GuardDuty says that it is turned on for nobody, and also that it is.']
           WHEN o.auto_enable_members = 'NONE' OR (o.auto_enable_members IS NULL AND NOT o.auto_enable) THEN
             ARRAY['NON_COMPLIANT', 'GuardDuty is turned on for nobody by itself.']
           WHEN o.member_account_limit_reached THEN
             ARRAY['NON_COMPLIANT', 'The administrator can take in no more members.']
           WHEN f.nobody IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Turned on for nobody by itself: ' || f.nobody || '.']
           WHEN coalesce(o.auto_enable_members, CASE WHEN o.auto_enable THEN 'NEW' END) IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'GuardDuty does not say for whom it is turned on.']
           WHEN o.member_account_limit_reached IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'GuardDuty does not say whether more members can be taken in.']
           WHEN f.account_id IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nothing is said of the features that are turned on.']
           WHEN q.features IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Detectors have these here, and nothing says whether they are turned on: '
               || q.features || '.']
           WHEN o.auto_enable_members = 'ALL' THEN
             ARRAY['COMPLIANT', 'GuardDuty is turned on by itself for all accounts.']
           ELSE ARRAY['COMPLIANT', 'GuardDuty is turned on by itself for new accounts.']
         END AS outcome
  FROM coverage c
  LEFT JOIN asked k ON k.account_id = c.account_id AND k.region = c.region
  LEFT JOIN first_asked n ON n.region = c.region
  LEFT JOIN named a ON a.administrator_id = c.account_id AND a.region = c.region
  LEFT JOIN configured o ON o.account_id = c.account_id AND o.region = c.region
  LEFT JOIN features f ON f.account_id = c.account_id AND f.region = c.region
  LEFT JOIN unsaid q ON q.account_id = c.account_id AND q.region = c.region
  WHERE c.source = 'guardduty'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
