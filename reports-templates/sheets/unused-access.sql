/*
sheet:
  name: {en: Unused access, ja: 未使用アクセス}
  note:
    en: What nobody has used for long, as analyzers of unused access count it; most first. They are paid for, and often there are none.
    ja: 長期間使用されていないロール、アクセスキー、パスワード、権限の件数です。多い順に示します。有料のアナライザーによるもので、設定されていないことも多くあります。
  order: 105
  colour: 548235
sources: [access-analyzer-unused]
dataset: unused_access
empty:
  en: "Nothing: no analyzer of unused access has a finding. Coverage says where we could look."
  ja: ありません。未使用アクセスアナライザーの検出結果は見つかりませんでした。確認できた範囲は収集状況を参照してください。
freeze: 2
words:
  unused:
    UNUSED_IAM_ROLE: {en: Roles, ja: ロール}
    UNUSED_IAM_USER_ACCESS_KEY: {en: Access keys of users, ja: ユーザーのアクセスキー}
    UNUSED_IAM_USER_PASSWORD: {en: Passwords of users, ja: ユーザーのパスワード}
    UNUSED_PERMISSION: {en: Permissions of roles and users, ja: ロールとユーザーの権限}
    UNKNOWN: {en: Unknown, ja: 不明, tone: unknown}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: unused_kind, kind: word, width: 30, words: unused, head: {en: What nobody uses, ja: 未使用のもの}}
- {name: active, kind: number, head: {en: Active findings, ja: 有効な検出結果}}
- {name: archived, kind: number, head: {en: Archived findings, ja: アーカイブ済みの検出結果}}
- {name: errors, kind: number, head: {en: Findings without result, ja: 判定できなかった検出結果}}
- {name: days, kind: number, head: {en: Unused after days, ja: 未使用とみなす日数}}
- {name: oldest, kind: time, head: {en: Oldest active finding (UTC), ja: 最も古い有効な検出結果 (UTC)}}
- {name: analyzed, kind: time}
- {name: left_out, kind: list, width: 36, head: {en: Tags that it leaves out, ja: 対象外のタグ}}
- {name: region, width: 16}
- {name: analyzer, width: 60}
*/
SELECT u.resource_account AS account, a.name AS account_name, u.finding_type AS unused_kind, u.active_findings AS active,
  u.archived_findings AS archived, u.error_findings AS errors, z.unused_access_age AS days, u.oldest_created_at AS oldest,
  u.analyzed_at AS analyzed, z.excluded_tags AS left_out, u.region, u.analyzer_arn AS analyzer
FROM unused_access u
LEFT JOIN account a ON a.account_id = u.resource_account
LEFT JOIN analyzer z ON z.arn = u.analyzer_arn
ORDER BY u.active_findings DESC, u.archived_findings DESC, u.resource_account, u.finding_type, u.analyzer_arn
