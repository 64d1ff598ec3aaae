/*
id: securityhub.enabled
version: 1
severity: HIGH
title:
  en: Security Hub is on in every Region
  ja: すべてのリージョンでSecurity Hubが有効になっている
remediation:
  en: In Security Hub's administrator, apply a configuration policy that turns it on, or turn it on in the account.
  ja: Security Hubの委任管理者で、Security Hubを有効にする設定ポリシーを適用するか、アカウントで有効にしてください。
reasons:
  "Security Hub brings what several services find together in one place.": "Security Hubは、複数のサービスの検出結果を1か所に集約します。"
  "What is brought together can be analyzed.": "集約された検出結果は分析できます。"
  "Its findings reach those who are to act on them.": "検出結果が、対応すべき担当者に届きます。"
  "Its checks show what nobody approved.": "承認されていないものがチェックで分かります。"
  "Security Hub is on, as the policy {0} has it.": "Security Hubは有効です(設定ポリシー{0})。"
  "Security Hub is on, as the account itself says.": "Security Hubは有効です(アカウント自身の回答)。"
  "Security Hub is off.": "Security Hubが無効です。"
  "Security Hub is off; Security Hub v2, which is on, checks no standards.":
    "Security Hubが無効です(Security Hub v2は有効ですが、標準のチェックは行いません)。"
  "Nothing says whether Security Hub is on.": "Security Hubが有効かどうかを示す情報がありません。"
  "Security Hub is on as {0}, and its standards answer that it is off.":
    "Security Hubは{0}で有効とされていますが、標準の照会には無効との回答がありました。"
  "the policy {0} has it": "設定ポリシー{0}"
  "the account says": "アカウント自身の回答"
  "Security Hub is on as the policy {0} has it, and the administrator {1} calls the account {2}.":
    "Security Hubは設定ポリシー{0}で有効とされていますが、管理者{1}はアカウントを{2}としています。"
  "Security Hub is on as the policy {0} has it, and the administrator {1} does not list the account.":
    "Security Hubは設定ポリシー{0}で有効とされていますが、管理者{1}の一覧にアカウントがありません。"
  "Security Hub is on as the policy {0} has it, and nobody who administers this Region says so.":
    "Security Hubは設定ポリシー{0}で有効とされていますが、このリージョンの管理者からは確認できません。"
  "The administrator {0} calls the account {1}, and the account's own answer is that Security Hub is off.":
    "管理者{0}はアカウントを{1}としていますが、アカウント自身の回答ではSecurity Hubは無効です。"
  "Security Hub is on as the policy {0} has it. {1}": "Security Hubは設定ポリシー{0}で有効とされています。{1}"
  "Its administrator could not be read in account {0}: {1}": "管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Its members could not be read in account {0}: {1}": "メンバーの一覧を、アカウント{0}で読み取れませんでした。{1}"
  "The administrator {0} answers for the organization, and its own Security Hub is off in this Region.":
    "管理者{0}は組織について回答していますが、このリージョンでは管理者自身のSecurity Hubが無効です。"
sources: [securityhub, securityhub-standards, securityhub-administrators, securityhub-organization, securityhub-policies, securityhub-v2]
age: none because whether it is on is of the moment in which it is read
csf20:
  primary: DE.AE-03
  reason: Security Hub brings what several services find together in one place.
  secondary:
    DE.AE-02: What is brought together can be analyzed.
    DE.AE-06: Its findings reach those who are to act on them.
csf11:
  primary: DE.AE-3
  reason: Security Hub brings what several services find together in one place.
  secondary:
    DE.AE-2: What is brought together can be analyzed.
    DE.CM-7: Its checks show what nobody approved.
    DE.DP-4: Its findings reach those who are to act on them.
*/
WITH judged AS (
  SELECT account_id,
         region,
         account_id AS resource_id,
         CASE
           WHEN unread_verdict IS NOT NULL THEN ARRAY[unread_verdict, unread_reason]
           WHEN contradiction IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', contradiction]
           WHEN state = 'OFF' AND v2 THEN
             ARRAY['NON_COMPLIANT', 'Security Hub is off; Security Hub v2, which is on, checks no standards.']
           WHEN state = 'OFF' THEN ARRAY['NON_COMPLIANT', 'Security Hub is off.']
           WHEN state = 'ON' AND policy_id IS NOT NULL AND membership_reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Security Hub is on as the policy ' || policy_id || ' has it. '
               || membership_reason]
           WHEN state = 'ON' AND policy_id IS NOT NULL AND membership NOT IN ('ADMINISTRATOR', 'MEMBER') THEN
             ARRAY['INSUFFICIENT_DATA', 'Security Hub is on as the policy ' || policy_id
               || ' has it, and nobody who administers this Region says so.']
           WHEN state = 'ON' AND policy_id IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Security Hub is on, as the policy ' || policy_id || ' has it.']
           WHEN state = 'ON' THEN ARRAY['COMPLIANT', 'Security Hub is on, as the account itself says.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Nothing says whether Security Hub is on.']
         END AS outcome
  FROM securityhub_state
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
