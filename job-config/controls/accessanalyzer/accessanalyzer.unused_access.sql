/*
id: accessanalyzer.unused_access
version: 1
severity: LOW
title:
  en: IAM Access Analyzer finds no access that nobody has used for {days} days
  ja: IAM Access Analyzerが{days}日間未使用のアクセスを検出していない
remediation:
  en: Delete the roles, keys, passwords and permissions that the analyzer names, or archive the finding where they are meant to wait.
  ja: アナライザーが示すロール、アクセスキー、パスワード、権限を削除するか、待機用であれば検出結果をアーカイブしてください。
reasons:
  "Nobody has used for {0} days: roles {1}, access keys {2}, passwords {3}, roles and users with permissions {4}, others {5}; found by {6}.":
    "{0}日間未使用: ロール{1}、アクセスキー{2}、パスワード{3}、未使用の権限を持つロールとユーザー{4}、その他{5}(アナライザー: {6})。"
  "an unknown number of": "(日数不明)"
  "{0} finds nothing that nobody has used for {1} days; it last analyzed on {2}.":
    "{0}は、{1}日間未使用のアクセスを検出していません(最終分析: {2})。"
  "{0} finds nothing that nobody has used for {1} days but what was archived by hand or by name, findings: {3}; it last analyzed on {2}.":
    "{0}は、手動または名指しでアーカイブされた検出結果{3}件を除き、{1}日間未使用のアクセスを検出していません(最終分析: {2})。"
  "{0} leaves this account out.": "{0}は、このアカウントを分析の対象外としています。"
  "{0} could not judge all, findings without result: {1}.": "{0}が判定できなかった検出結果が{1}件あります。"
  "{0} does not say after how many days it calls access unused.": "{0}が何日で未使用とみなすかを、アナライザーが示していません。"
  "{0} calls unused what nobody has used for {1} days, which is more than {2}.":
    "{0}が未使用とみなす期間は{1}日で、{2}日を超えています。"
  "{0} found nothing, but leaves out what is tagged {1}.": "{0}は何も検出していませんが、タグ{1}の付いたものを対象外としています。"
  "{0} does not say when it last analyzed anything.": "{0}が最後に分析した日を、アナライザーが示していません。"
  "{0} last analyzed on {1}, more than {2} hours before it was asked.":
    "{0}が最後に分析したのは{1}で、照会の{2}時間より前です。"
  "{0} archives what it finds by rules that could not be read: {1}":
    "{0}のアーカイブルールを読み取れませんでした。{1}"
  "{0} archives what it finds by a rule that names no resource, {1}; archived findings: {2}.":
    "{0}には、リソースを名指ししないアーカイブルール{1}があります(アーカイブ済みの検出結果: {2}件)。"
  "Whether the organization has an analyzer of unused access could not be read: {0}":
    "未使用アクセスを分析する組織のアナライザーがあるかどうかを読み取れませんでした。{0}"
  "No active analyzer of unused access, which AWS charges for, sees this account.":
    "このアカウントを対象とする、アクティブな未使用アクセスアナライザー(有料)がありません。"
parameters:
  days:
    type: number
    default: 90
    meaning:
      en: The longest time without use, in days, after which an analyzer may call access unused and still vouch for an account.
      ja: アナライザーが未使用とみなすまでの期間として認める最長の日数。
  hours:
    type: number
    default: 48
    meaning:
      en: For how many hours after it last analyzed the analyzer counts as looking.
      ja: アナライザーが最後に分析してから何時間まで分析中とみなすか。
sources: [access-analyzer, access-analyzer-unused, access-analyzer-archive-rules, organizations-delegation]
age: [analyzer.last_analyzed_at, unused_access_analyzer.analyzed_at]
scored: false
csf20:
  primary: PR.AA-05
  reason: Permissions that nobody uses are more than anybody needs.
  secondary:
    PR.AA-01: Keys, passwords and roles that nobody uses are identities that nobody manages.
csf11:
  primary: PR.AC-4
  reason: Permissions that nobody uses are more than anybody needs.
  secondary:
    PR.AC-1: Keys, passwords and roles that nobody uses are identities that nobody manages.
*/
WITH patience AS (
  SELECT CAST(value AS bigint) AS days
  FROM parameter
  WHERE control_id = 'accessanalyzer.unused_access' AND name = 'days'
),
limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'accessanalyzer.unused_access' AND name = 'hours'
),
-- the findings of an account, by analyzer
found AS (
  SELECT resource_account AS account_id,
         analyzer_arn,
         sum(active_findings) AS active,
         sum(archived_findings) AS archived,
         sum(error_findings) AS errors,
         coalesce(sum(active_findings) FILTER (WHERE finding_type = 'UNUSED_IAM_ROLE'), 0) AS roles,
         coalesce(sum(active_findings) FILTER (WHERE finding_type = 'UNUSED_IAM_USER_ACCESS_KEY'), 0) AS keys,
         coalesce(sum(active_findings) FILTER (WHERE finding_type = 'UNUSED_IAM_USER_PASSWORD'), 0) AS passwords,
         coalesce(sum(active_findings) FILTER (WHERE finding_type = 'UNUSED_PERMISSION'), 0) AS permissions
  FROM unused_access
  GROUP BY resource_account, analyzer_arn
),
-- the analyzers whose findings were read to their end
eye AS (
  SELECT z.account_id,
         z.region,
         z.arn,
         z.type,
         z.unused_access_age,
         z.excluded_accounts,
         z.excluded_tags,
         u.collected_at,
         CASE
           WHEN z.last_analyzed_at IS NULL OR u.analyzed_at > z.last_analyzed_at THEN u.analyzed_at
           ELSE z.last_analyzed_at
         END AS analyzed_at
  FROM analyzer z
  JOIN unused_access_analyzer u ON u.analyzer_arn = z.arn
),
looking AS (
  SELECT account_id AS seen_account, eye.* FROM eye
  UNION ALL
  SELECT a.account_id AS seen_account, e.*
  FROM account a
  CROSS JOIN eye e
  WHERE a.management IS NOT NULL AND e.type = 'ORGANIZATION_UNUSED_ACCESS' AND a.account_id <> e.account_id
),
broad_rule AS (
  SELECT analyzer_arn, min(rule_name) AS rule_name
  FROM archive_rule
  WHERE NOT coalesce(names_resources, false)
  GROUP BY analyzer_arn
),
said AS (
  SELECT w.seen_account AS account_id,
         w.arn,
         CAST(w.unused_access_age AS varchar) AS age,
         CAST(CAST(w.analyzed_at AS date) AS varchar) AS analyzed_on,
         coalesce(f.archived, 0) AS archived,
         CASE
           WHEN contains(w.excluded_accounts, w.seen_account) THEN w.arn || ' leaves this account out.'
           WHEN f.errors > 0 THEN
             w.arn || ' could not judge all, findings without result: ' || CAST(f.errors AS varchar) || '.'
           WHEN w.unused_access_age IS NULL THEN
             w.arn || ' does not say after how many days it calls access unused.'
           WHEN w.unused_access_age > p.days THEN
             w.arn || ' calls unused what nobody has used for ' || CAST(w.unused_access_age AS varchar)
               || ' days, which is more than ' || CAST(p.days AS varchar) || '.'
           WHEN cardinality(w.excluded_tags) > 0 THEN
             w.arn || ' found nothing, but leaves out what is tagged ' || array_join(w.excluded_tags, ', ') || '.'
           WHEN w.analyzed_at IS NULL THEN w.arn || ' does not say when it last analyzed anything.'
           WHEN w.analyzed_at < w.collected_at - l.hours * INTERVAL '1' HOUR THEN
             w.arn || ' last analyzed on ' || CAST(CAST(w.analyzed_at AS date) AS varchar) || ', more than '
               || CAST(l.hours AS varchar) || ' hours before it was asked.'
           WHEN f.archived > 0 AND c.unread_verdict IS NOT NULL THEN
             w.arn || ' archives what it finds by rules that could not be read: ' || c.unread_reason
           WHEN f.archived > 0 AND r.rule_name IS NOT NULL THEN
             w.arn || ' archives what it finds by a rule that names no resource, ' || r.rule_name
               || '; archived findings: ' || CAST(f.archived AS varchar) || '.'
         END AS doubt
  FROM looking w
  CROSS JOIN limits l
  CROSS JOIN patience p
  LEFT JOIN found f ON f.account_id = w.seen_account AND f.analyzer_arn = w.arn
  LEFT JOIN broad_rule r ON r.analyzer_arn = w.arn
  LEFT JOIN coverage c ON c.source = 'access-analyzer-archive-rules' AND c.account_id = w.account_id
    AND c.region = w.region
),
vouching AS (
  SELECT account_id, min(arn) AS arn FROM said WHERE doubt IS NULL GROUP BY account_id
),
doubted AS (
  SELECT account_id, min(doubt) AS doubt FROM said WHERE doubt IS NOT NULL GROUP BY account_id
),
-- the analyzer that found most
worst AS (
  SELECT f.account_id, min(f.analyzer_arn) AS arn
  FROM found f
  JOIN (SELECT account_id, max(active) AS active FROM found GROUP BY account_id) m
    ON m.account_id = f.account_id AND m.active = f.active
  GROUP BY f.account_id
),
-- where an organization's analyzer is, or could be
unread_owner AS (
  SELECT min(c.unread_reason) AS reason
  FROM coverage c
  WHERE c.source = 'access-analyzer-unused'
    AND c.unread_verdict = 'INSUFFICIENT_DATA'
    AND c.account_id IN (
      SELECT account_id FROM analyzer WHERE type = 'ORGANIZATION_UNUSED_ACCESS'
      UNION
      SELECT account_id FROM account WHERE management
      UNION
      SELECT administrator_id FROM delegated_administrator WHERE service_principal LIKE 'access-analyzer.amazonaws.%'
    )
),
asked AS (
  SELECT account_id,
         min(unread_reason) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA' AND status <> 'EXCLUDED') AS reason,
         min(unread_reason) FILTER (WHERE status = 'EXCLUDED') AS excluded_reason,
         min(unread_reason) FILTER (WHERE unread_verdict = 'NOT_APPLICABLE') AS closed_reason,
         count(*) FILTER (WHERE unread_verdict IS NULL OR (unread_verdict = 'INSUFFICIENT_DATA' AND status <> 'EXCLUDED'))
           AS open_cells
  FROM coverage
  WHERE source = 'access-analyzer-unused'
  GROUP BY account_id
),
judged AS (
  SELECT q.account_id,
         'global' AS region,
         q.account_id AS resource_id,
         CASE
           WHEN q.open_cells = 0 AND q.excluded_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', q.excluded_reason]
           WHEN q.open_cells = 0 THEN ARRAY['NOT_APPLICABLE', q.closed_reason]
           WHEN w.active > 0 THEN
             ARRAY['NON_COMPLIANT', 'Nobody has used for '
               || coalesce(CAST(z.unused_access_age AS varchar), 'an unknown number of') || ' days: roles '
               || CAST(w.roles AS varchar) || ', access keys ' || CAST(w.keys AS varchar) || ', passwords '
               || CAST(w.passwords AS varchar) || ', roles and users with permissions ' || CAST(w.permissions AS varchar)
               || ', others ' || CAST(w.active - w.roles - w.keys - w.passwords - w.permissions AS varchar)
               || '; found by ' || w.analyzer_arn || '.']
           WHEN s.archived > 0 THEN
             ARRAY['COMPLIANT', s.arn || ' finds nothing that nobody has used for ' || s.age
               || ' days but what was archived by hand or by name, findings: ' || CAST(s.archived AS varchar)
               || '; it last analyzed on ' || s.analyzed_on || '.']
           WHEN s.arn IS NOT NULL THEN
             ARRAY['COMPLIANT', s.arn || ' finds nothing that nobody has used for ' || s.age
               || ' days; it last analyzed on ' || s.analyzed_on || '.']
           WHEN d.doubt IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', d.doubt]
           WHEN q.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', q.reason]
           WHEN a.management IS NOT NULL AND o.reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the organization has an analyzer of unused access could not be read: '
               || o.reason]
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'No active analyzer of unused access, which AWS charges for, sees this account.']
         END AS outcome
  FROM asked q
  JOIN account a ON a.account_id = q.account_id
  CROSS JOIN unread_owner o
  LEFT JOIN worst t ON t.account_id = q.account_id
  LEFT JOIN found w ON w.account_id = t.account_id AND w.analyzer_arn = t.arn
  LEFT JOIN (SELECT arn, max(unused_access_age) AS unused_access_age FROM analyzer GROUP BY arn) z ON z.arn = t.arn
  LEFT JOIN vouching v ON v.account_id = q.account_id
  LEFT JOIN said s ON s.account_id = v.account_id AND s.arn = v.arn
  LEFT JOIN doubted d ON d.account_id = q.account_id
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
