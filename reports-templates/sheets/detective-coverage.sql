/*
sheet:
  name: {en: Detective coverage, ja: 発見的統制の範囲}
  title: {en: "Would we have noticed?", ja: 異常に気付けるか}
  note:
    en: Which detective services see an account and Region. What nobody would notice comes first.
    ja: 各アカウント・リージョンを監視する発見的サービスです。気付けない箇所を先に示します。
  order: 95
  colour: 548235
dataset: detective_coverage
empty:
  en: "Nothing: no Region was asked."
  ja: ありません。対象のリージョンがありません。
freeze: 3
words:
  detective_state:
    OWN: {en: On, ja: 有効, tone: good}
    ORGANIZATION: {en: On (organization), ja: 有効(組織), tone: good}
    PARTIAL: {en: In part, ja: 一部, tone: bad}
    "OFF": {en: "Off", ja: 無効, tone: bad}
    NOT_AVAILABLE: {en: Not available, ja: 提供なし, tone: nothing}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: holes, kind: number, head: {en: Holes, ja: 穴}}
- {name: access_analyzer, kind: word, width: 18, words: detective_state, head: {en: Access Analyzer, ja: Access Analyzer}}
- {name: cloudtrail, kind: word, width: 18, words: detective_state, head: {en: CloudTrail, ja: CloudTrail}}
- {name: config, kind: word, width: 18, words: detective_state, head: {en: AWS Config, ja: AWS Config}}
- {name: guardduty, kind: word, width: 18, words: detective_state, head: {en: GuardDuty, ja: GuardDuty}}
- {name: securityhub, kind: word, width: 18, words: detective_state, head: {en: Security Hub, ja: Security Hub}}
- {name: by, kind: list, width: 30, head: {en: By which accounts, ja: 実施アカウント}}
- {name: reason, kind: reason, width: 60, wrap: true}
*/
WITH holes AS (
  SELECT account_id, region, count_if(state IN ('OFF', 'PARTIAL')) AS holes, count_if(state = 'UNKNOWN') AS unknown,
    max(state) FILTER (WHERE service = 'access-analyzer') AS access_analyzer,
    max(state) FILTER (WHERE service = 'cloudtrail') AS cloudtrail,
    max(state) FILTER (WHERE service = 'config') AS config,
    max(state) FILTER (WHERE service = 'guardduty') AS guardduty,
    max(state) FILTER (WHERE service = 'securityhub') AS securityhub,
    array_agg(DISTINCT by_account_id ORDER BY by_account_id) FILTER (WHERE by_account_id <> account_id) AS others
  FROM detective_coverage
  GROUP BY account_id, region
)
SELECT h.account_id AS account, a.name AS account_name, h.region, h.holes, h.access_analyzer, h.cloudtrail, h.config,
  h.guardduty, h.securityhub, h.others AS by, f.reason
FROM holes h LEFT JOIN account a ON a.account_id = h.account_id
  LEFT JOIN finding f ON f.control_id = 'detective.coverage' AND f.account_id = h.account_id AND f.region = h.region
ORDER BY h.holes DESC, h.unknown DESC, h.account_id, h.region
