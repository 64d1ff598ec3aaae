/*
id: securityhub.failed_critical
version: 1
severity: HIGH
scored: false
title:
  en: No finding of critical severity fails
  ja: 重要度CRITICALの失敗した検出結果がない
remediation:
  en: Repair what the failed controls name, or suppress the finding in Security Hub with a reason.
  ja: 失敗したコントロールが示す設定を修正するか、理由を記載してSecurity Hubで検出結果を抑制してください。
reasons:
  "Findings of critical severity are the events to analyze first.": "重要度CRITICALの検出結果は、最初に分析すべきイベントです。"
  "How severe a finding is says what its impact may be.": "検出結果の重要度は、想定される影響を示します。"
  "Findings that stay open have reached nobody who acts on them.": "残ったままの検出結果は、対応する担当者に届いていません。"
  "{0} of critical severity fail: {1}.": "重要度CRITICALの失敗した検出結果が{0}件あります({1})。"
  "At least {0} of critical severity fail: {1}.": "重要度CRITICALの失敗した検出結果が少なくとも{0}件あります({1})。"
  "controls without id": "コントロールID不明"
  "The failed findings could not be read in account {0}: {1}":
    "失敗した検出結果を、アカウント{0}で読み取れませんでした。{1}"
  "Its administrator could not be read in account {0}: {1}": "管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Its members could not be read in account {0}: {1}": "メンバーの一覧を、アカウント{0}で読み取れませんでした。{1}"
  "The administrator {0} answers for the organization, and its own Security Hub is off in this Region.":
    "管理者{0}は組織について回答していますが、このリージョンでは管理者自身のSecurity Hubが無効です。"
  "Nobody was asked for the organization's findings.": "組織の検出結果についての照会先がありません。"
  "Security Hub is off: nothing would be found.": "Security Hubが無効のため、何も検出されません。"
  "Nothing says whether Security Hub is on.": "Security Hubが有効かどうかを示す情報がありません。"
  "Its findings are not among those that were read.": "読み取った検出結果に、このアカウントとリージョンは含まれていません。"
  "There are more findings of critical severity than were read.":
    "重要度CRITICALの検出結果が、読み取った件数より多くあります。"
  "No standard works here: nothing would be found.": "機能している標準がないため、何も検出されません。"
  "Whether AWS Config records what the standards look at could not be read: {0}":
    "標準のチェック対象をAWS Configが記録しているかどうかを読み取れませんでした。{0}"
  "No recorder of the account's own is known to record here: nothing would be found.":
    "ここではアカウント自身の設定レコーダーによる記録を確認できないため、何も検出されません。"
  "No finding of critical severity fails but those that somebody suppressed or resolved.":
    "抑制済みまたは解決済みとされたものを除き、重要度CRITICALの失敗した検出結果はありません。"
sources: [securityhub, securityhub-standards, securityhub-administrators, securityhub-organization, securityhub-aggregator, securityhub-findings, config-recorder]
age: none because a standard that no longer runs says so, and its findings are of the moment in which they are read
csf20:
  primary: DE.AE-02
  reason: Findings of critical severity are the events to analyze first.
  secondary:
    DE.AE-04: How severe a finding is says what its impact may be.
    DE.AE-06: Findings that stay open have reached nobody who acts on them.
csf11:
  primary: DE.AE-2
  reason: Findings of critical severity are the events to analyze first.
  secondary:
    DE.AE-4: How severe a finding is says what its impact may be.
    DE.DP-4: Findings that stay open have reached nobody who acts on them.
*/
WITH counted AS (
  SELECT account_id,
         region,
         sum(failed) AS failed,
         bool_or(capped) AS capped,
         min(array_join(security_control_ids, ', ')) AS controls
  FROM securityhub_finding_count
  WHERE severity = 'CRITICAL'
  GROUP BY account_id, region
),
asked AS (
  SELECT min(account_id) AS account_id,
         min('The failed findings could not be read in account ' || account_id || ': ' || unread_reason)
           FILTER (WHERE unread_verdict IS NOT NULL) AS unread
  FROM coverage
  WHERE source = 'securityhub-findings'
),
-- in which Region the findings of each would have been read
seen AS (
  SELECT t.account_id AS administrator_id, coalesce(h.region, t.region) AS region, bool_or(t.capped) AS capped
  FROM securityhub_finding_total t
  LEFT JOIN securityhub_home h ON h.administrator_id = t.account_id AND h.home_region = t.region
  WHERE t.severity = 'CRITICAL'
  GROUP BY t.account_id, coalesce(h.region, t.region)
),
working AS (
  SELECT account_id, region, count_if(standards_status = 'READY' AND status_reason IS NULL) AS standards
  FROM securityhub_standard
  GROUP BY account_id, region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN n.failed > 0 AND n.capped THEN
             ARRAY['NON_COMPLIANT', 'At least ' || CAST(n.failed AS varchar) || ' of critical severity fail: '
               || coalesce(nullif(n.controls, ''), 'controls without id') || '.']
           WHEN n.failed > 0 THEN
             ARRAY['NON_COMPLIANT', CAST(n.failed AS varchar) || ' of critical severity fail: '
               || coalesce(nullif(n.controls, ''), 'controls without id') || '.']
           WHEN q.unread IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', q.unread]
           WHEN q.account_id IS NULL THEN ARRAY['INSUFFICIENT_DATA', 'Nobody was asked for the organization''s findings.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.contradiction IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Nothing says whether Security Hub is on.']
           WHEN s.state = 'OFF' THEN ARRAY['INSUFFICIENT_DATA', 'Security Hub is off: nothing would be found.']
           WHEN s.membership_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', s.membership_reason]
           WHEN s.membership NOT IN ('ADMINISTRATOR', 'MEMBER') OR w.region IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Its findings are not among those that were read.']
           WHEN w.capped THEN
             ARRAY['INSUFFICIENT_DATA', 'There are more findings of critical severity than were read.']
           WHEN d.unread_verdict IS NOT NULL THEN ARRAY[d.unread_verdict, d.unread_reason]
           WHEN coalesce(r.standards, 0) = 0 THEN
             ARRAY['INSUFFICIENT_DATA', 'No standard works here: nothing would be found.']
           WHEN g.unread_reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether AWS Config records what the standards look at could not be read: '
               || g.unread_reason]
           WHEN coalesce(g.state, 'NONE') NOT IN ('RECORDING', 'ON', 'PENDING') THEN
             ARRAY['INSUFFICIENT_DATA', 'No recorder of the account''s own is known to record here: nothing would be found.']
           ELSE ARRAY['COMPLIANT', 'No finding of critical severity fails but those that somebody suppressed or resolved.']
         END AS outcome
  FROM coverage c
  JOIN securityhub_state s ON s.account_id = c.account_id AND s.region = c.region
  CROSS JOIN asked q
  LEFT JOIN counted n ON n.account_id = c.account_id AND n.region = c.region
  LEFT JOIN seen w ON w.administrator_id = s.administrator_id AND w.region = c.region
  LEFT JOIN working r ON r.account_id = c.account_id AND r.region = c.region
  LEFT JOIN coverage d ON d.source = 'securityhub-standards' AND d.account_id = c.account_id AND d.region = c.region
  LEFT JOIN config_recording g ON g.account_id = c.account_id AND g.region = c.region
  WHERE c.source = 'securityhub'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
