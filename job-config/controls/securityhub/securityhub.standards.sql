/*
id: securityhub.standards
version: 1
severity: MEDIUM
title:
  en: Security Hub checks the standards that are wanted, and can
  ja: 必要な標準がSecurity Hubで有効になり、チェックが機能している
remediation:
  en: Turn the standard on, by a configuration policy where there is one; where it sees nothing, let AWS Config record.
  ja: 標準を有効にしてください(設定ポリシーがある場合はポリシーで設定)。チェックできない場合は、AWS Configの記録を有効にしてください。
reasons:
  "A standard is what configuration is held to.": "標準は、設定を照らし合わせる基準です。"
  "Deviations from a standard show in its checks.": "標準からの逸脱がチェックで分かります。"
  "A standard is the baseline that configuration is held to.": "標準は、設定のベースラインです。"
  "What a standard does not approve shows in its checks.": "標準が認めないものがチェックで分かります。"
  "Security Hub is off.": "Security Hubが無効です。"
  "Its standards answer that Security Hub is off.": "標準の照会に、Security Hubは無効との回答がありました。"
  "Not turned on: {0}.": "有効になっていない標準: {0}。"
  "Not working: {0}.": "機能していない標準: {0}。"
  "Not yet ready: {0}.": "準備中の標準: {0}。"
  "All standards that are wanted are ready.": "必要な標準はすべて準備完了です。"
  "The standards call themselves ready, and no recorder of the account's own is known to record here.":
    "標準は準備完了とされていますが、ここではアカウント自身の設定レコーダーによる記録を確認できません。"
  "Whether AWS Config records what the standards look at could not be read: {0}":
    "標準のチェック対象をAWS Configが記録しているかどうかを読み取れませんでした。{0}"
parameters:
  standards:
    type: list
    of: [aws-foundational-security-best-practices, aws-resource-tagging-standard, cis-aws-foundations-benchmark, nist-800-53, nist-800-171, pci-dss]
    default: [aws-foundational-security-best-practices]
    meaning:
      en: Which standards are to be checked everywhere, in any version.
      ja: すべてのアカウントとリージョンでチェックすべき標準(バージョンは問わない)。
sources: [securityhub, securityhub-standards, config-recorder]
age: none because a standard's state is of the moment in which it is read
csf20:
  primary: PR.PS-01
  reason: A standard is what configuration is held to.
  secondary:
    DE.CM-09: Deviations from a standard show in its checks.
csf11:
  primary: PR.IP-1
  reason: A standard is the baseline that configuration is held to.
  secondary:
    DE.CM-7: What a standard does not approve shows in its checks.
*/
WITH wanted AS (
  SELECT k.standard
  FROM (VALUES
    ('aws-foundational-security-best-practices'), ('aws-resource-tagging-standard'), ('cis-aws-foundations-benchmark'),
    ('nist-800-53'), ('nist-800-171'), ('pci-dss')
  ) AS k (standard)
  JOIN parameter p ON contains(split(p.value, ','), k.standard)
  WHERE p.control_id = 'securityhub.standards' AND p.name = 'standards'
),
-- one version that works is enough
subscribed AS (
  SELECT s.account_id,
         s.region,
         w.standard,
         bool_or(s.standards_status = 'READY' AND s.status_reason IS NULL) AS ready,
         bool_or(s.standards_status = 'PENDING') AS pending,
         min(w.standard || ' is ' || s.standards_status || coalesce(' (' || s.status_reason || ')', '')) AS words
  FROM securityhub_standard s
  JOIN wanted w ON s.standards_arn LIKE '%/' || w.standard || '/v/%'
  GROUP BY s.account_id, s.region, w.standard
),
looked AS (
  SELECT c.account_id,
         c.region,
         array_join(array_agg(w.standard ORDER BY w.standard) FILTER (WHERE s.standard IS NULL), ', ') AS missing,
         array_join(array_agg(s.words ORDER BY s.words) FILTER (WHERE NOT s.ready AND NOT s.pending), ', ') AS broken,
         array_join(array_agg(w.standard ORDER BY w.standard) FILTER (WHERE NOT s.ready AND s.pending), ', ') AS pending
  FROM coverage c
  CROSS JOIN wanted w
  LEFT JOIN subscribed s ON s.account_id = c.account_id AND s.region = c.region AND s.standard = w.standard
  WHERE c.source = 'securityhub-standards'
  GROUP BY c.account_id, c.region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN h.status = 'NOT_ENABLED' THEN ARRAY['NON_COMPLIANT', 'Security Hub is off.']
           WHEN c.status = 'NOT_ENABLED' THEN
             ARRAY['INSUFFICIENT_DATA', 'Its standards answer that Security Hub is off.']
           WHEN l.missing IS NOT NULL THEN ARRAY['NON_COMPLIANT', 'Not turned on: ' || l.missing || '.']
           WHEN l.broken IS NOT NULL THEN ARRAY['NON_COMPLIANT', 'Not working: ' || l.broken || '.']
           WHEN l.pending IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', 'Not yet ready: ' || l.pending || '.']
           WHEN g.unread_reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether AWS Config records what the standards look at could not be read: '
               || g.unread_reason]
           WHEN coalesce(g.state, 'NONE') NOT IN ('RECORDING', 'ON', 'PENDING') THEN
             ARRAY['INSUFFICIENT_DATA',
               'The standards call themselves ready, and no recorder of the account''s own is known to record here.']
           ELSE ARRAY['COMPLIANT', 'All standards that are wanted are ready.']
         END AS outcome
  FROM coverage c
  JOIN looked l ON l.account_id = c.account_id AND l.region = c.region
  JOIN coverage h ON h.source = 'securityhub' AND h.account_id = c.account_id AND h.region = c.region
  LEFT JOIN config_recording g ON g.account_id = c.account_id AND g.region = c.region
  WHERE c.source = 'securityhub-standards'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
