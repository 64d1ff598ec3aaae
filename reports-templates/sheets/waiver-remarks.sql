/*
below: waivers
order: 1
heading: {en: What answers to nothing here, ja: 該当するものがない指定}
dataset: waiver
empty:
  en: "Nothing: every part of every waiver answers to something here."
  ja: ありません。すべての指定に該当するものがあります。
columns:
- {name: waiver, width: 20}
- {name: control, width: 34}
- {name: remark, kind: reason, wrap: true, head: {en: Remark, ja: 備考}}
*/
SELECT w.waiver_id AS waiver, w.control_id AS control, r.remark
FROM waiver w CROSS JOIN UNNEST(w.remarks) AS r (remark)
ORDER BY w.waiver_id, r.remark
