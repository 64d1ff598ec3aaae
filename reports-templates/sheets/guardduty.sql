/*
sheet:
  name: {en: GuardDuty, ja: GuardDuty}
  note:
    en: Whether GuardDuty looks at each account and Region, who says so, which of its features are off, and how much it has found that is open; holes first.
    ja: 各アカウントとリージョンのGuardDutyの状態と、回答元、無効な機能、未対応の検出結果の件数です。無効なものから順に示します。
  order: 150
  colour: 548235
sources: [guardduty, guardduty-organization, guardduty-findings, guardduty-organization-findings]
dataset: guardduty_state
empty:
  en: "Nothing: nobody was asked about GuardDuty. Coverage says where we could look."
  ja: ありません。GuardDutyについて照会したアカウントはありません。確認できた範囲は収集状況を参照してください。
freeze: 2
words:
  guard:
    "ON": {en: "On", ja: 有効, tone: good}
    SUSPENDED: {en: Suspended, ja: 一時停止, tone: bad}
    "OFF": {en: "Off", ja: 無効, tone: bad}
    CONTRADICTED: {en: "They disagree", ja: 回答が不一致, tone: unknown}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: guard_state, kind: word, width: 16, words: guard, head: {en: GuardDuty, ja: 状態}}
- {name: features_off, kind: list, width: 36, head: {en: Features that are off, ja: 無効な機能}}
- {name: administrator, width: 18, head: {en: Administrator that answered, ja: 回答した管理者}}
- {name: relationship, width: 18, head: {en: "What its administrator calls it", ja: 管理者との関係}}
- {name: critical, kind: number, head: {en: Critical findings, ja: 検出結果(重大)}}
- {name: high, kind: number, head: {en: High findings, ja: 検出結果(高)}}
- {name: archived, kind: number, head: {en: Archived ones, ja: アーカイブ済み}}
- {name: partly, kind: flag, head: {en: Not all were read, ja: 一部未読}}
- {name: remark, kind: reason, width: 60, wrap: true, head: {en: Why it is not known, ja: 不明の理由}}
*/
SELECT s.account_id AS account, a.name AS account_name, s.region, s.state AS guard_state, f.off AS features_off,
  s.administrator_id AS administrator, s.relationship_status AS relationship, n.critical, n.high,
  n.archived, n.partly, s.unread_reason AS remark
FROM guardduty_state s
LEFT JOIN account a ON a.account_id = s.account_id
LEFT JOIN (
  SELECT account_id, region, array_agg(feature ORDER BY feature) AS off
  FROM guardduty_feature
  WHERE status = 'DISABLED'
  GROUP BY account_id, region
) f ON f.account_id = s.account_id AND f.region = s.region
LEFT JOIN (
  SELECT account_id, region, max(critical) AS critical, max(high) AS high, max(archived) AS archived,
    NOT bool_or(whole) AS partly
  FROM guardduty_finding_count
  GROUP BY account_id, region
) n ON n.account_id = s.account_id AND n.region = s.region
WHERE coalesce(s.unread_verdict, '') <> 'NOT_APPLICABLE'
ORDER BY CASE s.state WHEN 'OFF' THEN 1 WHEN 'SUSPENDED' THEN 2 WHEN 'CONTRADICTED' THEN 3 WHEN 'UNKNOWN' THEN 4
  ELSE 5 END, f.off IS NULL, s.account_id, s.region
