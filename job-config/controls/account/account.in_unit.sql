/*
id: account.in_unit
version: 1
severity: MEDIUM
title:
  en: The account is in an organizational unit
  ja: アカウントが組織単位に属している
remediation:
  en: Move the account into the unit whose policies are meant for it.
  ja: アカウントを、適用すべきポリシーを持つ組織単位に移動してください。
reasons:
  "The account is in the unit {0}.":
    "アカウントは組織単位{0}に属しています。"
  "The account is directly below the root: only what binds the whole organization binds it.":
    "アカウントがルートの直下にあり、組織全体のポリシーだけが適用されます。"
  "No service control policy binds the management account, in whichever unit it is.":
    "サービスコントロールポリシーは、管理アカウントがどの組織単位にあっても適用されません。"
  "Where the account is in the organization is not known: {0}":
    "組織内でのアカウントの場所が不明です。{0}"
  "The roster does not say in which unit the account is.":
    "アカウントの属する組織単位を、対象の一覧が示していません。"
  "An account outside every unit is missed by the policies that settle configuration.":
    "組織単位の外にあるアカウントには、構成を定めるポリシーが届きません。"
  "An account outside every unit is missed by the policies that settle the baseline.":
    "組織単位の外にあるアカウントには、ベースラインを定めるポリシーが届きません。"
sources: [account-tags]
age: none because the tree is of the moment in which the night began
csf20:
  primary: PR.PS-01
  reason: An account outside every unit is missed by the policies that settle configuration.
csf11:
  primary: PR.IP-1
  reason: An account outside every unit is missed by the policies that settle the baseline.
*/
-- the tags' cells have a row for each account; whether tags were read is no matter of its place
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE'
             OR (c.unread_verdict IS NOT NULL AND coalesce(cardinality(a.ou_ids), 0) = 0
               AND a.unplaced_reason IS NULL) THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.management THEN
             ARRAY['NOT_APPLICABLE',
               'No service control policy binds the management account, in whichever unit it is.']
           WHEN a.unplaced_reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Where the account is in the organization is not known: ' || a.unplaced_reason]
           WHEN cardinality(a.ou_ids) = 1 THEN
             ARRAY['NON_COMPLIANT',
               'The account is directly below the root: only what binds the whole organization binds it.']
           WHEN cardinality(a.ou_ids) > 1 THEN
             ARRAY['COMPLIANT', 'The account is in the unit ' || array_join(a.ou_names, '/') || '.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'The roster does not say in which unit the account is.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  WHERE c.source = 'account-tags'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
