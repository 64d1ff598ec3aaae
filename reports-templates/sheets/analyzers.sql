/*
sheet:
  name: {en: Access Analyzer, ja: Access Analyzer}
  note:
    en: Every Access Analyzer and its state.
    ja: すべてのアナライザーとその状態です。
  order: 120
  colour: 548235
sources: [access-analyzer]
dataset: analyzer
empty:
  en: "Nothing: no Access Analyzer was found. Coverage says where we could look."
  ja: ありません。アナライザーは見つかりませんでした。確認できた範囲は収集状況を参照してください。
freeze: 1
words:
  analyzer_status:
    ACTIVE: {en: Active, ja: アクティブ, tone: good}
    CREATING: {en: Being created, ja: 作成中, tone: bad}
    DISABLED: {en: Disabled, ja: 無効, tone: bad}
    FAILED: {en: Failed, ja: 失敗, tone: bad}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: name, width: 30}
- {name: type, width: 26}
- {name: analyzer_status, kind: word, width: 16, words: analyzer_status}
- {name: status_reason, width: 36}
- {name: created, kind: time}
- {name: analyzed, kind: time}
- {name: arn, width: 70}
*/
SELECT n.account_id AS account, a.name AS account_name, n.region, n.name, n.type, n.status AS analyzer_status,
  n.status_reason, n.created_at AS created, n.last_analyzed_at AS analyzed, n.arn
FROM analyzer n LEFT JOIN account a ON a.account_id = n.account_id
ORDER BY CASE n.status WHEN 'ACTIVE' THEN 2 ELSE 1 END, n.account_id, n.region, n.arn
