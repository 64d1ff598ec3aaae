/*
sheet:
  name: {en: Gaps, ja: 欠落}
  title: {en: "Gaps: what could not be read", ja: "欠落: 読み取れなかったもの"}
  note:
    en: "What should have been read and was not, which permission is missing, and who can give it."
    ja: 読むべきだったが読めなかったもの、不足している権限、対応できる担当を示します。
  order: 90
  colour: BF8F00
dataset: coverage
empty:
  en: "Nothing: everything that should have been read was read."
  ja: ありません。読むべきものはすべて読み取りました。
freeze: 2
words:
  weakness:
    DENIED: {en: "Denied: {0}", ja: "拒否: {0}"}
    NOT_PERMITTED: {en: "Not permitted yet: add {0}", ja: "未許可: {0} を追加してください"}
    THROTTLED: {en: "Refused as too frequent: {0}", ja: "頻度超過による拒否: {0}"}
    TIMED_OUT: {en: "Not answered in time: {0}", ja: "時間内に応答なし: {0}"}
    FAILED: {en: "Failed: {0}", ja: "失敗: {0}"}
    UNASKED: {en: "Region in use that no one asks: {0}", ja: "使用中で対象外のリージョン: {0}"}
  contact:
    SCP: {en: Administrators of the organization, ja: 組織の管理者}
    RCP: {en: Administrators of the organization, ja: 組織の管理者}
    IDENTITY: {en: Owner of the audit role, ja: 監査ロールの所有者}
    SESSION: {en: Operator of Rollcall, ja: Rollcall の運用者}
    TRUST: {en: Owner of the account, ja: アカウントの所有者}
    UNKNOWN: {en: Owner of the account, ja: アカウントの所有者}
    THROTTLED: {en: Operator of Rollcall, ja: Rollcall の運用者}
    TIMED_OUT: {en: Operator of Rollcall, ja: Rollcall の運用者}
    FAILED: {en: Operator of Rollcall, ja: Rollcall の運用者}
    NOT_PERMITTED: {en: Owner of the audit role, ja: 監査ロールの所有者}
    RUNNER: {en: Operator of Rollcall, ja: Rollcall の運用者}
    READER: {en: Administrators of the organization, ja: 組織の管理者}
    UNASKED: {en: Operator of Rollcall, ja: Rollcall の運用者}
  remediation:
    NOT_PERMITTED:
      en: Add the permission to the role in every account; "rollcall policy --since VERSION" prints what an upgrade needs.
      ja: すべてのアカウントのロールに権限を追加してください。更新で必要になった権限は「rollcall policy --since バージョン」で確認できます。
    RUNNER:
      en: Let what runs Rollcall assume the role; "rollcall policy" prints its policy as "identity".
      ja: Rollcall の実行IDにロールの引き受けを許可してください。ポリシーは「rollcall policy」の identity で確認できます。
    READER:
      en: Add the permission to the role that reads the organization; "rollcall policy" prints it as "reader".
      ja: 組織を読み取るロールに権限を追加してください。ポリシーは「rollcall policy」の reader で確認できます。
    SCP:
      en: "Exempt the audit role in the service control policy, or declare the gap as expected."
      ja: サービスコントロールポリシーで監査ロールを除外するか、想定済みの欠落として設定してください。
    RCP:
      en: "Exempt the audit role in the resource control policy, or declare the gap as expected."
      ja: リソースコントロールポリシーで監査ロールを除外するか、想定済みの欠落として設定してください。
    IDENTITY:
      en: Add the missing permission to the policy and the permissions boundary of the role.
      ja: ロールのポリシーとアクセス許可の境界に、不足している権限を追加してください。
    SESSION:
      en: Add the missing permission to the session policy; "rollcall policy" prints it.
      ja: セッションポリシーに不足している権限を追加してください。内容は「rollcall policy」で確認できます。
    TRUST:
      en: "Create the audit role in the account, have it trust the identity that runs Rollcall, and let that assume it."
      ja: アカウントに監査ロールを作成して Rollcall を実行するIDを信頼させ、そのIDにロールの引き受けを許可してください。
    UNKNOWN:
      en: Compare the policies of the role with what "rollcall policy" prints.
      ja: ロールのポリシーを「rollcall policy」の出力と比較してください。
    THROTTLED: {en: "Run again with --top-up, or at a quieter hour.", ja: "--top-up を付けて、または負荷の低い時間帯に再実行してください。"}
    TIMED_OUT: {en: "Run again with --top-up, or lengthen the deadlines.", ja: "--top-up を付けて再実行するか、タイムアウトを延長してください。"}
    FAILED: {en: "Read the message, and run again with --top-up.", ja: メッセージを確認し、--top-up を付けて再実行してください。}
    UNASKED:
      en: "Add the Region to the key 'regions', or disable it in the accounts that do not need it."
      ja: 設定の「regions」にリージョンを追加するか、不要なアカウントではリージョンを無効にしてください。
columns:
- {name: gap, width: 12}
- {name: status, kind: status, width: 14}
- {name: weakness, kind: word, width: 48, words: weakness, by: [what], wrap: true}
- {name: account, kind: account}
- {name: name, width: 24}
- {name: sources, kind: list, width: 30, words: source}
- {name: regions, kind: list, width: 30}
- {name: cells, kind: number}
- {name: permission, width: 40}
- {name: code, width: 26}
- {name: denied_by, kind: word, width: 22, words: denied-by}
- {name: contact, kind: word, width: 34, words: contact, wrap: true}
- {name: remediation, kind: word, width: 60, words: remediation, wrap: true}
- {name: expected, kind: flag}
- {name: proposal, width: 60, wrap: true}
- {name: message, width: 60, wrap: true}
*/
WITH cell AS (
  SELECT c.*, CASE WHEN c.status = 'DENIED' THEN coalesce(c.denied_by, 'UNKNOWN') END AS refused_by,
    c.source IN (SELECT source FROM refused_source) AND c.status = 'DENIED'
      AND coalesce(c.operation, '') <> 'sts:AssumeRole'
      AND coalesce(c.denied_by, 'UNKNOWN') IN ('IDENTITY', 'SESSION', 'UNKNOWN')
      AS not_permitted
  FROM coverage c WHERE c.gap
), kind AS (
  SELECT c.status, c.not_permitted, CASE WHEN c.not_permitted THEN NULL ELSE c.account_id END AS account_id,
    CASE WHEN c.not_permitted THEN c.source END AS source, c.operation, c.error_code, c.refused_by AS denied_by,
    CASE WHEN c.not_permitted THEN NULL ELSE min(a.name) END AS name, count(DISTINCT c.account_id) AS accounts,
    list_sort(list(DISTINCT c.source)) AS sources, list_sort(list(DISTINCT c.region)) AS regions, count(*) AS cells,
    c.expected, min(c.error_message) AS message, min(c.permission) AS permission
  FROM cell c LEFT JOIN account a ON a.account_id = c.account_id
  GROUP BY 1, 2, 3, 4, 5, 6, 7, c.expected
), outside AS (
  SELECT name AS region, count(DISTINCT account_id) AS accounts, min(account_id) AS first_account
  FROM account_region
  WHERE opt_status <> 'DISABLED' AND name NOT IN (SELECT region FROM coverage WHERE resource_id IS NULL)
  GROUP BY name
), numbered AS (
  SELECT *, row_number() OVER (ORDER BY expected, not_permitted DESC, cells DESC, account_id, source, operation,
    error_code, status, denied_by) AS nth
  FROM kind
), blamed AS (
  -- entering takes a permission of ours, and the organization is read by its reader: neither is the account's
  SELECT nth, CASE
      WHEN status = 'DENIED' AND operation = 'sts:AssumeRole' AND denied_by IN ('IDENTITY', 'SESSION') THEN 'RUNNER'
      WHEN status = 'DENIED' AND operation LIKE 'organizations:%' AND denied_by IN ('IDENTITY', 'SESSION', 'UNKNOWN')
        THEN 'READER'
      WHEN not_permitted THEN 'NOT_PERMITTED'
      ELSE coalesce(denied_by, status)
    END AS blamed
  FROM numbered
), proposed AS (
  SELECT n.nth, 'expected-gaps: [' || string_agg('{region: ' || r.region || ', status: DENIED}', ', ' ORDER BY r.region)
    || ']' AS proposal
  FROM numbered n
  JOIN closed_region r ON list_contains(n.regions, r.region) AND n.denied_by = r.denied_by AND NOT n.expected
  GROUP BY n.nth
  UNION ALL
  -- no API says whose a bucket is
  SELECT nth, 'log-archive: {account: "111122223333"}' FROM numbered
  WHERE error_code = 'OWNER_UNKNOWN' AND list_contains(sources, 'cloudtrail-bucket') AND NOT expected
), shown AS (
  SELECT printf('GAP-%05d', k.nth) AS gap, k.status, CASE WHEN k.not_permitted THEN 'NOT_PERMITTED' ELSE k.status END AS weakness,
    coalesce(k.operation, in_language('the read', '読み取り')) AS what, k.account_id AS account,
    CASE WHEN k.not_permitted THEN in_language('every account', 'すべてのアカウント') || ' (' || k.accounts || ')' ELSE k.name END AS name,
    k.sources, k.regions, k.cells, CASE WHEN k.status = 'DENIED' THEN coalesce(k.permission, k.operation) END AS permission, k.error_code AS code,
    k.denied_by, b.blamed AS contact, b.blamed AS remediation, k.expected,
    p.proposal, k.message, k.nth
  FROM numbered k
  JOIN blamed b ON b.nth = k.nth
  LEFT JOIN proposed p ON p.nth = k.nth
  UNION ALL
  -- in no cell, and so no gap: configuration named the Regions, and accounts have others in use
  SELECT NULL, 'EXCLUDED', 'UNASKED', o.region, o.first_account, a.name, NULL, [o.region], NULL, NULL, NULL, NULL,
    'UNASKED', 'UNASKED', NULL, NULL,
    in_language(printf('Accounts in which it is in use: %d.', o.accounts), printf('%d アカウントで使用中です。', o.accounts)), NULL
  FROM outside o LEFT JOIN account a ON a.account_id = o.first_account
)
SELECT * EXCLUDE (nth)
FROM shown
ORDER BY nth NULLS LAST, what
