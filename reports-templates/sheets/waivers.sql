/*
sheet:
  name: {en: Waivers, ja: 適用除外}
  note:
    en: Accepted findings with their owner and their end. A waived finding still counts as non-compliant.
    ja: 承認済みの検出結果とその責任者・期限です。適用除外の検出結果も非準拠として数えます。
  order: 80
  colour: C00000
dataset: waiver
empty:
  en: "Nothing: no finding is waived."
  ja: ありません。適用除外は登録されていません。
freeze: 2
words:
  waiver_state:
    ACTIVE: {en: Active, ja: 有効, tone: good}
    ENDING: {en: Ends within 30 days, ja: 30日以内に終了, tone: unknown}
    EXPIRED: {en: Expired, ja: 期限切れ, tone: bad}
    NOT_YET_VALID: {en: Not yet valid, ja: 有効期間前, tone: nothing}
columns:
- {name: waiver_state, kind: word, width: 18, words: waiver_state}
- {name: waiver, width: 20, anchor: true}
- {name: control, width: 34}
- {name: also, kind: list, width: 34}
- {name: scope, width: 44, wrap: true}
- {name: owner, width: 24}
- {name: why, width: 50, wrap: true}
- {name: ticket, width: 16}
- {name: granted, kind: date}
- {name: expires, kind: date}
- {name: findings, kind: number}
- {name: unused, kind: flag}
- {name: over_broad, kind: flag}
- {name: judged_on, kind: date, head: {en: State as of, ja: 判定日}}
- {name: time_zone, width: 16, head: {en: Time zone, ja: タイムゾーン}}
*/
SELECT state AS waiver_state, waiver_id AS waiver, control_id AS control,
  (SELECT list(c.control_id ORDER BY c.control_id) FROM control c WHERE list_contains(c.was_controls, waiver.control_id))
    AS also, scope, owner, reason AS why, ticket,
  granted_on AS granted, expires_on AS expires, findings, unused, over_broad, judged_on, time_zone
FROM waiver
ORDER BY CASE state WHEN 'EXPIRED' THEN 1 WHEN 'ENDING' THEN 2 WHEN 'ACTIVE' THEN 3 ELSE 4 END, expires_on, waiver_id
