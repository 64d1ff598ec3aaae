/*
id: guardduty.enabled
version: 1
severity: HIGH
title:
  en: GuardDuty looks at every Region
  ja: すべてのリージョンでGuardDutyが有効になっている
remediation:
  en: In GuardDuty's administrator, turn it on for all accounts of the organization; where it is suspended, let it monitor again.
  ja: GuardDutyの委任管理者で、組織の全アカウントに対して有効にしてください。停止している場合はモニタリングを再開してください。
reasons:
  "GuardDuty is on, as its administrator {0} says.": "GuardDutyは有効です(管理者{0}の回答)。"
  "GuardDuty is on, as the account itself says.": "GuardDutyは有効です(アカウント自身の回答)。"
  "GuardDuty is suspended.": "GuardDutyは一時停止されています。"
  "GuardDuty is off: there is no detector.": "ディテクターがなく、GuardDutyは無効です。"
  "Nothing says whether GuardDuty is on.": "GuardDutyが有効かどうかを示す情報がありません。"
  "The administrator {0} calls the account {1}, and the account's own answer is {2}.":
    "管理者{0}はアカウントを{1}としていますが、アカウント自身の回答は{2}です。"
  "GuardDuty watches flow logs and DNS for traffic that nobody meant.":
    "GuardDutyは、フローログとDNSを監視し、意図しない通信を検出します。"
  "GuardDuty watches what people and roles do through the API.":
    "GuardDutyは、人とロールによるAPI操作を監視します。"
  "GuardDuty watches workloads and their data for what is hostile.":
    "GuardDutyは、ワークロードとそのデータに対する脅威を監視します。"
  "Its findings are the events that somebody analyzes.":
    "GuardDutyの検出結果は、分析対象のイベントです。"
  "Its findings bring in what is known of threats.":
    "GuardDutyの検出結果には、脅威インテリジェンスが反映されます。"
  "GuardDuty looks for malicious code in workloads.":
    "GuardDutyは、ワークロード内の悪意あるコードを検出します。"
  "GuardDuty watches for access and software that nobody approved.":
    "GuardDutyは、承認されていないアクセスとソフトウェアを監視します。"
sources: [guardduty, guardduty-organization]
age: none because a detector's status is of the moment in which it is read
csf20:
  primary: DE.CM-01
  reason: GuardDuty watches flow logs and DNS for traffic that nobody meant.
  secondary:
    DE.CM-03: GuardDuty watches what people and roles do through the API.
    DE.CM-09: GuardDuty watches workloads and their data for what is hostile.
    DE.AE-02: Its findings are the events that somebody analyzes.
    DE.AE-07: Its findings bring in what is known of threats.
csf11:
  primary: DE.AE-2
  reason: Its findings are the events that somebody analyzes.
  secondary:
    DE.CM-1: GuardDuty watches flow logs and DNS for traffic that nobody meant.
    DE.CM-4: GuardDuty looks for malicious code in workloads.
    DE.CM-7: GuardDuty watches for access and software that nobody approved.
*/
WITH judged AS (
  SELECT account_id,
         region,
         account_id AS resource_id,
         CASE
           WHEN unread_verdict IS NOT NULL THEN ARRAY[unread_verdict, unread_reason]
           WHEN contradicted_by IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The administrator ' || contradicted_by || ' calls the account '
               || relationship_status || ', and the account''s own answer is ' || own_state || '.']
           WHEN state = 'OFF' THEN ARRAY['NON_COMPLIANT', 'GuardDuty is off: there is no detector.']
           WHEN state = 'SUSPENDED' THEN ARRAY['NON_COMPLIANT', 'GuardDuty is suspended.']
           WHEN state = 'ON' AND administrator_id IS NOT NULL THEN
             ARRAY['COMPLIANT', 'GuardDuty is on, as its administrator ' || administrator_id || ' says.']
           WHEN state = 'ON' THEN ARRAY['COMPLIANT', 'GuardDuty is on, as the account itself says.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Nothing says whether GuardDuty is on.']
         END AS outcome
  FROM guardduty_state
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
