/*
sheet:
  name: {en: Security Hub, ja: Security Hub}
  note:
    en: Where Security Hub is on, what it checks there, and whether its administrator has the findings. What is off or blind comes first.
    ja: Security Hubの有効状態、チェックしている標準、検出結果の集約状況です。無効または機能していないものから順に並んでいます。
  order: 160
  colour: 548235
sources: [securityhub]
dataset: securityhub_state
empty:
  en: "Nothing: no account was asked about Security Hub. Coverage says where we could look."
  ja: ありません。Security Hubについて照会したアカウントはありません。確認できた範囲は収集状況を参照してください。
freeze: 1
words:
  hub_state:
    "ON": {en: "On", ja: 有効, tone: good}
    "OFF": {en: "Off", ja: 無効, tone: bad}
    CONTRADICTED: {en: Contradicted, ja: 回答の不一致, tone: unknown}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
  hub_membership:
    ADMINISTRATOR: {en: Administrator, ja: 管理者, tone: good}
    MEMBER: {en: Member, ja: メンバー, tone: good}
    NO_MEMBER: {en: No member, ja: メンバーではない, tone: bad}
    NOT_LISTED: {en: Not listed, ja: 一覧になし, tone: bad}
    ADMINISTRATOR_OFF: {en: Administrator is off, ja: 管理者側で無効, tone: bad}
    NO_ADMINISTRATOR: {en: No administrator, ja: 管理者なし, tone: bad}
    UNREAD: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: hub_state, kind: word, width: 14, words: hub_state, head: {en: Security Hub, ja: Security Hub}}
- {name: v2, kind: flag, head: {en: Security Hub v2, ja: Security Hub v2}}
- {name: standards, kind: list, width: 60, head: {en: Standards, ja: 標準}}
- {name: membership, kind: word, width: 20, words: hub_membership, head: {en: Its findings, ja: 検出結果の所属}}
- {name: member_status, width: 14, head: {en: Status of the member, ja: メンバーの状態}}
- {name: administrator, kind: account, head: {en: Administrator, ja: 管理者}}
- {name: policy, width: 38, head: {en: Proven by policy, ja: 根拠の設定ポリシー}}
*/
WITH standards AS (
  SELECT account_id,
         region,
         array_agg(split_part(split_part(standards_arn, 'standards/', 2), '/v/', 1) || ' ' || standards_status
           || coalesce(' (' || status_reason || ')', '') ORDER BY standards_arn) AS standards,
         count(*) FILTER (WHERE standards_status = 'READY' AND status_reason IS NULL) AS working
  FROM securityhub_standard
  GROUP BY account_id, region
)
SELECT s.account_id AS account, a.name AS account_name, s.region, s.state AS hub_state, s.v2, d.standards, s.membership,
  s.member_status, s.administrator_id AS administrator, coalesce(p.name, s.policy_id) AS policy
FROM securityhub_state s
LEFT JOIN account a ON a.account_id = s.account_id
LEFT JOIN standards d ON d.account_id = s.account_id AND d.region = s.region
LEFT JOIN securityhub_policy p ON p.policy_id = s.policy_id AND p.account_id = s.administrator_id
WHERE s.unread_verdict IS NULL OR s.unread_verdict = 'INSUFFICIENT_DATA'
ORDER BY CASE WHEN s.state = 'OFF' THEN 1 WHEN s.state = 'CONTRADICTED' THEN 2
    WHEN s.state = 'ON' AND coalesce(d.working, 0) = 0 THEN 3 WHEN s.state = 'UNKNOWN' THEN 4
    WHEN s.membership NOT IN ('ADMINISTRATOR', 'MEMBER') THEN 5 ELSE 6 END,
  s.account_id, s.region
