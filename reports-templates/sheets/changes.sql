/*
sheet:
  name: {en: Changes, ja: 変更点}
  title: {en: Changes since the night before, ja: 前回からの変更点}
  note:
    en: What is otherwise than the night before; what asks for action comes first.
    ja: 前回から変わったものです。対応が必要なものから順に示します。
  order: 70
  colour: C00000
dataset: change
empty:
  en: "Nothing: everything is as it was."
  ja: ありません。前回から変更はありません。
freeze: 2
compared: true
words:
  change:
    NEW: {en: New, ja: 新規, tone: bad}
    FIXED: {en: Fixed, ja: 是正済み, tone: good}
    NOT_SEEN: {en: Not seen, ja: 確認できず, tone: unknown}
    REAPPEARED: {en: Reappeared, ja: 再発, tone: bad}
    WAIVED: {en: Waived, ja: 適用除外, tone: nothing}
    WAIVER_ENDED: {en: Waiver ended, ja: 適用除外の終了, tone: bad}
    RESOURCE_GONE: {en: Resource gone, ja: リソース消失, tone: nothing}
    ACCOUNT_ADDED: {en: Account added, ja: アカウント追加, tone: nothing}
    ACCOUNT_GONE: {en: Account gone, ja: アカウント離脱, tone: nothing}
    CONTROL_ADDED: {en: Control added, ja: コントロール追加, tone: nothing}
    CONTROL_CHANGED: {en: Control changed, ja: コントロール変更, tone: nothing}
columns:
- {name: change, kind: word, width: 22, words: change}
- {name: control, width: 34}
- {name: title, width: 44}
- {name: account, kind: account}
- {name: name, width: 24}
- {name: region, width: 16}
- {name: resource, width: 50}
- {name: from, kind: verdict}
- {name: to, kind: verdict}
- {name: before_that, width: 60, wrap: true}
*/
SELECT h.change, h.control_id AS control, in_language(c.title_en, c.title_ja) AS title, h.account_id AS account, a.name,
  h.region, h.resource_id AS resource, h.from_verdict AS "from", h.to_verdict AS "to",
  CASE WHEN h.change = 'CONTROL_CHANGED' THEN concat_ws(' ',
    CASE WHEN len(c.was_controls) > 0 THEN in_language('What it finds was found by ', '以前の検出元: ')
      || array_to_string(c.was_controls, ', ') || in_language('.', '。') END,
    CASE WHEN c.was_regional
      THEN in_language('Its rows of Regions became the account''s.', 'リージョン別の行がアカウント単位になりました。') END) END
    AS before_that
FROM change h
LEFT JOIN control c ON c.control_id = h.control_id
LEFT JOIN account a ON a.account_id = h.account_id
ORDER BY CASE h.change WHEN 'NEW' THEN 1 WHEN 'REAPPEARED' THEN 2 WHEN 'WAIVER_ENDED' THEN 3 WHEN 'NOT_SEEN' THEN 4
    WHEN 'WAIVED' THEN 5 WHEN 'FIXED' THEN 6 WHEN 'RESOURCE_GONE' THEN 7 WHEN 'ACCOUNT_ADDED' THEN 8
    WHEN 'ACCOUNT_GONE' THEN 9 ELSE 10 END,
  h.control_id, h.account_id, h.region, h.resource_id
