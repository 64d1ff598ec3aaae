/*
id: guardduty.open_high_findings
version: 1
severity: HIGH
title:
  en: No severe finding of GuardDuty stays open for more than {days} days
  ja: GuardDutyの重大な検出結果が{days}日を超えて未対応のままになっていない
remediation:
  en: Look into each finding, end what caused it, and archive it in GuardDuty when that is done.
  ja: 各検出結果を調査して原因を解消し、対応が完了したらGuardDutyでアーカイブしてください。
reasons:
  "{0} of high or critical severity are open for more than {1} days, the oldest since {2}: {3}.":
    "{1}日を超えて未対応の、重要度が高または重大の検出結果が{0}件あります(最も古いものは{2}から): {3}。"
  "GuardDuty is off: nothing would be found.": "GuardDutyが無効のため、何も検出されません。"
  "GuardDuty is suspended: nothing new would be found.": "GuardDutyが一時停止されているため、新たな検出は行われません。"
  "Nothing says whether GuardDuty is on.": "GuardDutyが有効かどうかを示す情報がありません。"
  "The administrator {0} calls the account {1}, and the account's own answer is {2}.":
    "管理者{0}はアカウントを{1}としていますが、アカウント自身の回答は{2}です。"
  "The administrator {0} shows findings open for more than {1} days that the account itself does not show: {2}.":
    "管理者{0}が示す{1}日を超えて未対応の検出結果が、アカウント自身の回答にはありません: {2}。"
  "Nothing says how many findings are open.": "未対応の検出結果の件数を示す情報がありません。"
  "Of {0} of high or critical severity only {1} were read, none of them open for more than {2} days.":
    "重要度が高または重大の検出結果{0}件のうち、読み取れたのは{1}件のみです({2}日を超えて未対応のものはありません)。"
  "Not all of high or critical severity were read.": "重要度が高または重大の検出結果を、すべては読み取れませんでした。"
  "None of high or critical severity is open; {0} are archived.":
    "重要度が高または重大の検出結果で未対応のものはありません(アーカイブ済み: {0}件)。"
  "Of high or critical severity {0} are open, none for more than {1} days; {2} are archived.":
    "重要度が高または重大の未対応の検出結果は{0}件で、{1}日を超えるものはありません(アーカイブ済み: {2}件)。"
  "Findings of high severity are the events to analyze first.": "重要度の高い検出結果は、最初に分析すべきイベントです。"
  "How severe a finding is says what its impact may be.": "検出結果の重要度は、想定される影響を示します。"
  "Findings that stay open have reached nobody who acts on them.": "残ったままの検出結果は、対応する担当者に届いていません。"
parameters:
  days:
    type: number
    default: 7
    meaning:
      en: For how many days a finding of high or critical severity may be open. GuardDuty keeps findings for 90 days.
      ja: 重要度が高または重大の検出結果を、何日まで未対応としてよいか。GuardDutyは検出結果を90日間保持します。
sources: [guardduty, guardduty-organization, guardduty-organization-findings, guardduty-findings]
age: none because a detector that no longer looks says so, and its findings are of the moment in which they are read
csf20:
  primary: DE.AE-02
  reason: Findings of high severity are the events to analyze first.
  secondary:
    DE.AE-04: How severe a finding is says what its impact may be.
    DE.AE-06: Findings that stay open have reached nobody who acts on them.
csf11:
  primary: DE.AE-2
  reason: Findings of high severity are the events to analyze first.
  secondary:
    DE.AE-4: How severe a finding is says what its impact may be.
    DE.DP-4: Findings that stay open have reached nobody who acts on them.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS days
  FROM parameter
  WHERE control_id = 'guardduty.open_high_findings' AND name = 'days'
),
-- whose word counts: the account's own, or the administrator's that answered for it
cells AS (
  SELECT c.account_id,
         c.region,
         c.status,
         c.collected_at,
         c.unread_verdict,
         c.unread_reason,
         coalesce(c.answered_by_account, c.account_id) AS witness_id
  FROM coverage c
  WHERE c.source = 'guardduty-findings'
),
counted AS (
  SELECT c.account_id,
         c.region,
         sum(n.critical + n.high) AS counted,
         sum(coalesce(n.archived, 0)) AS archived,
         bool_and(coalesce(n.whole, false)) AS whole
  FROM cells c
  JOIN guardduty_finding_count n ON n.account_id = c.account_id AND n.region = c.region
    AND coalesce(n.administrator_id, n.account_id) = c.witness_id
  GROUP BY c.account_id, c.region
),
-- a finding that several show is one
shown AS (
  SELECT c.account_id,
         c.region,
         f.finding_id,
         min(coalesce(f.type, '?')) AS type,
         min(f.created_at) AS created_at,
         bool_or(coalesce(f.administrator_id, f.account_id) = c.witness_id) AS by_witness,
         min(coalesce(f.administrator_id, f.account_id)) AS shown_by_id,
         bool_and(coalesce(f.sample, false)) AS sample,
         date_diff('day', CAST(min(f.created_at) AS date), CAST(c.collected_at AS date)) AS days_open
  FROM cells c
  JOIN guardduty_finding f ON f.account_id = c.account_id AND f.region = c.region
  GROUP BY c.account_id, c.region, c.collected_at, f.finding_id
),
summed AS (
  SELECT s.account_id,
         s.region,
         count_if(s.by_witness AND s.days_open IS NOT NULL) AS read,
         count_if(s.days_open > p.days AND NOT s.sample) AS old,
         count_if(s.days_open > p.days AND NOT s.sample AND s.by_witness) AS old_by_witness,
         min(s.created_at) FILTER (WHERE s.days_open > p.days AND NOT s.sample) AS oldest_at,
         array_join(array_agg(DISTINCT s.type ORDER BY s.type) FILTER (WHERE s.days_open > p.days AND NOT s.sample), ', ')
           AS types,
         min(s.shown_by_id) FILTER (WHERE s.days_open > p.days AND NOT s.sample AND NOT s.by_witness) AS other_id
  FROM shown s
  CROSS JOIN limits p
  GROUP BY s.account_id, s.region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN c.status = 'NOT_ENABLED' THEN
             ARRAY['INSUFFICIENT_DATA', 'GuardDuty is off: nothing would be found.']
           -- what another shows stands where the account says nothing against it
           WHEN f.old_by_witness > 0 OR (f.old > 0 AND NOT coalesce(n.whole, false)) THEN
             ARRAY['NON_COMPLIANT', CAST(f.old AS varchar) || ' of high or critical severity are open for more than '
               || CAST(p.days AS varchar) || ' days, the oldest since ' || CAST(CAST(f.oldest_at AS date) AS varchar)
               || ': ' || f.types || '.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN ARRAY[s.unread_verdict, s.unread_reason]
           WHEN s.contradicted_by IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The administrator ' || s.contradicted_by || ' calls the account '
               || s.relationship_status || ', and the account''s own answer is ' || s.own_state || '.']
           WHEN s.state = 'SUSPENDED' THEN
             ARRAY['INSUFFICIENT_DATA', 'GuardDuty is suspended: nothing new would be found.']
           WHEN coalesce(s.state, 'UNKNOWN') <> 'ON' THEN ARRAY['INSUFFICIENT_DATA', 'Nothing says whether GuardDuty is on.']
           WHEN f.old > 0 THEN
             ARRAY['INSUFFICIENT_DATA', 'The administrator ' || f.other_id || ' shows findings open for more than '
               || CAST(p.days AS varchar) || ' days that the account itself does not show: ' || f.types || '.']
           WHEN n.counted IS NULL THEN ARRAY['INSUFFICIENT_DATA', 'Nothing says how many findings are open.']
           WHEN coalesce(f.read, 0) < n.counted THEN
             ARRAY['INSUFFICIENT_DATA', 'Of ' || CAST(n.counted AS varchar) || ' of high or critical severity only '
               || CAST(coalesce(f.read, 0) AS varchar) || ' were read, none of them open for more than '
               || CAST(p.days AS varchar) || ' days.']
           WHEN NOT n.whole THEN ARRAY['INSUFFICIENT_DATA', 'Not all of high or critical severity were read.']
           WHEN coalesce(f.read, 0) = 0 THEN
             ARRAY['COMPLIANT', 'None of high or critical severity is open; ' || CAST(n.archived AS varchar)
               || ' are archived.']
           ELSE ARRAY['COMPLIANT', 'Of high or critical severity ' || CAST(f.read AS varchar)
             || ' are open, none for more than ' || CAST(p.days AS varchar) || ' days; ' || CAST(n.archived AS varchar)
             || ' are archived.']
         END AS outcome
  FROM cells c
  CROSS JOIN limits p
  LEFT JOIN guardduty_state s ON s.account_id = c.account_id AND s.region = c.region
  LEFT JOIN counted n ON n.account_id = c.account_id AND n.region = c.region
  LEFT JOIN summed f ON f.account_id = c.account_id AND f.region = c.region
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
