/*
id: securityhub.auto_enable_org
version: 1
severity: MEDIUM
title:
  en: Security Hub is turned on by itself in accounts that join
  ja: 組織に加わるアカウントでSecurity Hubが自動的に有効になる
remediation:
  en: In Security Hub's administrator, give the root a configuration policy that turns it on, and link every Region with the home Region.
  ja: Security Hubの委任管理者で、Security Hubを有効にする設定ポリシーをルートに適用し、すべてのリージョンをホームリージョンにリンクしてください。
reasons:
  "What is found in accounts that join is brought together from their first day.": "新しいアカウントの検出結果が、初日から集約されます。"
  "Deviations in accounts that join show from their first day.": "新しいアカウントの逸脱が、初日から分かります。"
  "What nobody approved shows in accounts from their first day.": "承認されていないものが、アカウントの初日から分かります。"
  "Account {0} answers for the organization in this Region.": "このリージョンでは、アカウント{0}で組織全体を判定しています。"
  "Nobody was asked for the organization in this Region.": "このリージョンでは、組織についての照会先がありません。"
  "How Security Hub is turned on for the organization could not be read in account {0}: {1}":
    "Security Hubの組織設定を、アカウント{0}で読み取れませんでした。{1}"
  "Nobody administers Security Hub for the organization in this Region.":
    "このリージョンには、Security Hubの管理者がいません。"
  "The administrator's own Security Hub is off in this Region.": "このリージョンでは、管理者自身のSecurity Hubが無効です。"
  "The administrator {0} answers for the organization, and its own Security Hub is off in this Region.":
    "管理者{0}は組織について回答していますが、このリージョンでは管理者自身のSecurity Hubが無効です。"
  "The central configuration failed: {0}.": "一元設定が失敗しています({0})。"
  "no reason given": "理由の記載なし"
  "The central configuration is not in force yet.": "一元設定がまだ反映されていません。"
  "Security Hub does not say whether the central configuration is in force.":
    "一元設定が反映されているかどうかを、Security Hubが示していません。"
  "The Region decides centrally, and no policies are known in the home Region.":
    "このリージョンは一元設定の対象ですが、ホームリージョンに設定ポリシーが見つかりません。"
  "Policies do not reach this Region, which is not linked with the home Region {0}.":
    "このリージョンはホームリージョン{0}にリンクされておらず、設定ポリシーの対象外です。"
  "Accounts join at the root, which has no policy.": "アカウントはルートに加わりますが、ルートに設定ポリシーがありません。"
  "Accounts join at the root, which lets each account decide for itself.":
    "アカウントはルートに加わりますが、ルートでは各アカウントが自己管理する設定です。"
  "Accounts join at the root, whose policy {0} turns Security Hub off.":
    "アカウントはルートに加わりますが、ルートの設定ポリシー{0}はSecurity Hubを無効にします。"
  "The policy {0} could not be applied to the root, or to something below it: {1}.":
    "設定ポリシー{0}を、ルートまたはその配下のいずれかに適用できませんでした({1})。"
  "The policy {0} has not been applied to the root yet, or to something below it.":
    "設定ポリシー{0}は、ルートまたはその配下のいずれかに、まだ適用されていません。"
  "The root has the policy {0}, of which nothing is known.": "ルートの設定ポリシー{0}の内容が分かりません。"
  "Accounts that join get the root's policy {0}.": "新しいアカウントには、ルートの設定ポリシー{0}が適用されます。"
  "The administrator can take in no more members.": "管理者のメンバー数が上限に達しています。"
  "Security Hub does not say whether more members can be taken in.":
    "Security Hubが、メンバーを追加できるかどうかを示していません。"
  "Security Hub is turned on in new accounts, with its default standards.":
    "新しいアカウントで、Security Hubとデフォルトの標準が自動的に有効になります。"
  "Security Hub is turned on in new accounts, without standards.":
    "新しいアカウントで、Security Hubが自動的に有効になります(標準は有効になりません)。"
  "Security Hub is turned on in new accounts; with which standards, it does not say.":
    "新しいアカウントで、Security Hubが自動的に有効になります(どの標準が有効になるかは示していません)。"
  "Security Hub is turned on in no new account by itself.": "新しいアカウントで、Security Hubは自動的に有効になりません。"
  "Security Hub does not say how it is turned on in new accounts.":
    "新しいアカウントでの自動有効化の設定を、Security Hubが示していません。"
sources: [securityhub, securityhub-administrators, securityhub-aggregator, securityhub-organization, securityhub-policies]
age: none because the configuration is of the moment in which it is read
csf20:
  primary: DE.AE-03
  reason: What is found in accounts that join is brought together from their first day.
  secondary:
    DE.CM-09: Deviations in accounts that join show from their first day.
csf11:
  primary: DE.AE-3
  reason: What is found in accounts that join is brought together from their first day.
  secondary:
    DE.CM-7: What nobody approved shows in accounts from their first day.
*/
WITH asked AS (
  SELECT account_id, region, status, unread_verdict, unread_reason
  FROM coverage
  WHERE source = 'securityhub-organization'
),
named AS (
  SELECT DISTINCT administrator_id, region FROM securityhub_administrator
),
-- one that is named, and that nobody can look into, answers for nobody
first_asked AS (
  SELECT k.region,
         min(k.account_id) AS account_id,
         min('How Security Hub is turned on for the organization could not be read in account ' || k.account_id || ': '
           || k.unread_reason)
           FILTER (WHERE k.unread_verdict = 'INSUFFICIENT_DATA'
             OR (k.unread_verdict IS NOT NULL AND a.administrator_id IS NOT NULL)) AS unread
  FROM asked k
  LEFT JOIN named a ON a.administrator_id = k.account_id AND a.region = k.region
  GROUP BY k.region
),
policies AS (
  SELECT account_id, min(unread_verdict) AS unread_verdict, min(unread_reason) AS unread_reason
  FROM coverage
  WHERE source = 'securityhub-policies'
  GROUP BY account_id
),
configured AS (
  SELECT account_id,
         region,
         min(configuration_type) AS configuration_type,
         min(configuration_status) AS configuration_status,
         min(configuration_status_message) AS configuration_status_message,
         bool_and(auto_enable) AS auto_enable,
         min(auto_enable_standards) AS auto_enable_standards,
         bool_or(member_account_limit_reached) AS member_account_limit_reached
  FROM securityhub_organization
  GROUP BY account_id, region
),
-- FAILED comes first, then PENDING; a root has the status of what lies below it
root AS (
  SELECT a.account_id,
         min(a.association_status) AS association_status,
         min(a.association_status_message) AS association_status_message,
         min(coalesce(p.name, a.configuration_policy_id)) AS policy,
         bool_or(a.configuration_policy_id = 'SELF_MANAGED_SECURITY_HUB') AS self_managed,
         bool_and(p.service_enabled) AS service_enabled
  FROM securityhub_association a
  LEFT JOIN securityhub_policy p ON p.account_id = a.account_id AND p.policy_id = a.configuration_policy_id
  WHERE a.target_type = 'ROOT'
  GROUP BY a.account_id
),
central AS (
  SELECT account_id, min(home_region) AS home_region
  FROM securityhub_central_configuration
  GROUP BY account_id
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
             ARRAY['NON_COMPLIANT', 'The administrator''s own Security Hub is off in this Region.']
           WHEN k.status = 'NOT_ENABLED' THEN
             ARRAY['NON_COMPLIANT', 'Nobody administers Security Hub for the organization in this Region.']
           WHEN c.status = 'NOT_ENABLED' THEN
             ARRAY['INSUFFICIENT_DATA', 'The administrator ' || c.account_id
               || ' answers for the organization, and its own Security Hub is off in this Region.']
           WHEN o.configuration_type = 'CENTRAL' AND o.configuration_status = 'FAILED' THEN
             ARRAY['NON_COMPLIANT', 'The central configuration failed: '
               || coalesce(o.configuration_status_message, 'no reason given') || '.']
           WHEN o.member_account_limit_reached THEN
             ARRAY['NON_COMPLIANT', 'The administrator can take in no more members.']
           WHEN o.configuration_type = 'CENTRAL' AND o.configuration_status = 'PENDING' THEN
             ARRAY['INSUFFICIENT_DATA', 'The central configuration is not in force yet.']
           WHEN o.configuration_type = 'CENTRAL' AND o.configuration_status IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Security Hub does not say whether the central configuration is in force.']
           WHEN o.configuration_type = 'CENTRAL' AND p.unread_verdict IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'How Security Hub is turned on for the organization could not be read in account '
               || p.account_id || ': ' || p.unread_reason]
           WHEN o.configuration_type = 'CENTRAL' AND f.home_region IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The Region decides centrally, and no policies are known in the home Region.']
           WHEN o.configuration_type = 'CENTRAL' AND h.region IS NULL THEN
             ARRAY['NON_COMPLIANT', 'Policies do not reach this Region, which is not linked with the home Region '
               || f.home_region || '.']
           WHEN o.configuration_type = 'CENTRAL' AND r.account_id IS NULL THEN
             ARRAY['NON_COMPLIANT', 'Accounts join at the root, which has no policy.']
           WHEN o.configuration_type = 'CENTRAL' AND r.self_managed THEN
             ARRAY['NON_COMPLIANT', 'Accounts join at the root, which lets each account decide for itself.']
           WHEN o.configuration_type = 'CENTRAL' AND NOT r.service_enabled THEN
             ARRAY['NON_COMPLIANT', 'Accounts join at the root, whose policy ' || r.policy || ' turns Security Hub off.']
           WHEN o.configuration_type = 'CENTRAL' AND r.association_status = 'FAILED' THEN
             ARRAY['INSUFFICIENT_DATA', 'The policy ' || r.policy || ' could not be applied to the root, or to something below it: '
               || coalesce(r.association_status_message, 'no reason given') || '.']
           WHEN o.configuration_type = 'CENTRAL' AND r.service_enabled IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The root has the policy ' || coalesce(r.policy, 'no reason given')
               || ', of which nothing is known.']
           WHEN o.configuration_type = 'CENTRAL' AND r.association_status = 'PENDING' THEN
             ARRAY['INSUFFICIENT_DATA', 'The policy ' || r.policy || ' has not been applied to the root yet, or to something below it.']
           WHEN (o.configuration_type = 'CENTRAL' OR o.auto_enable) AND o.member_account_limit_reached IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Security Hub does not say whether more members can be taken in.']
           WHEN o.configuration_type = 'CENTRAL' THEN
             ARRAY['COMPLIANT', 'Accounts that join get the root''s policy ' || r.policy || '.']
           WHEN o.auto_enable AND o.auto_enable_standards = 'DEFAULT' THEN
             ARRAY['COMPLIANT', 'Security Hub is turned on in new accounts, with its default standards.']
           WHEN o.auto_enable AND o.auto_enable_standards = 'NONE' THEN
             ARRAY['COMPLIANT', 'Security Hub is turned on in new accounts, without standards.']
           WHEN o.auto_enable THEN
             ARRAY['COMPLIANT', 'Security Hub is turned on in new accounts; with which standards, it does not say.']
           WHEN o.configuration_type = 'LOCAL' AND NOT o.auto_enable THEN
             ARRAY['NON_COMPLIANT', 'Security Hub is turned on in no new account by itself.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Security Hub does not say how it is turned on in new accounts.']
         END AS outcome
  FROM coverage c
  LEFT JOIN asked k ON k.account_id = c.account_id AND k.region = c.region
  LEFT JOIN first_asked n ON n.region = c.region
  LEFT JOIN named a ON a.administrator_id = c.account_id AND a.region = c.region
  LEFT JOIN configured o ON o.account_id = c.account_id AND o.region = c.region
  LEFT JOIN policies p ON p.account_id = c.account_id
  LEFT JOIN central f ON f.account_id = c.account_id
  LEFT JOIN securityhub_home h ON h.administrator_id = c.account_id AND h.home_region = f.home_region AND h.region = c.region
  LEFT JOIN root r ON r.account_id = c.account_id
  WHERE c.source = 'securityhub'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
