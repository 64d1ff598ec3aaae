/*
id: account.security_contact
version: 1
severity: MEDIUM
title:
  en: AWS knows whom to tell of security matters of the account
  ja: セキュリティに関する連絡先がAWSに登録されている
remediation:
  en: Set the alternate contact for security, to a mailbox that several people read; for all members through AWS Account Management.
  ja: セキュリティの代替連絡先を、複数人が確認するメールアドレスで登録してください。メンバーアカウントはAWS Account Managementから一括で登録できます。
reasons:
  "The account has a security contact, at {0}.":
    "セキュリティの連絡先が登録されています（{0}）。"
  "The account has no security contact: notices go to the address of the root user alone.":
    "セキュリティの連絡先がなく、通知はルートユーザーのメールアドレスにのみ届きます。"
  "Account Management does not say whether there is a security contact.":
    "セキュリティの連絡先の有無を、Account Managementが示していません。"
  "A notice of AWS that reaches nobody in charge of security informs nobody.":
    "セキュリティ担当者に届かないAWSからの通知は、誰にも伝わりません。"
  "A notice of AWS that reaches nobody in charge of security tells nobody.":
    "セキュリティ担当者に届かないAWSからの通知では、関係者に情報が伝達されません。"
sources: [account-contacts]
age: none because a contact is of the moment in which it is read
csf20:
  primary: DE.AE-06
  reason: A notice of AWS that reaches nobody in charge of security informs nobody.
csf11:
  primary: DE.DP-4
  reason: A notice of AWS that reaches nobody in charge of security tells nobody.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT k.present THEN
             ARRAY['NON_COMPLIANT',
               'The account has no security contact: notices go to the address of the root user alone.']
           WHEN k.email_domain IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The account has a security contact, at ' || k.email_domain || '.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'Account Management does not say whether there is a security contact.']
         END AS outcome
  FROM coverage c
  LEFT JOIN alternate_contact k ON k.account_id = c.account_id AND k.contact_type = 'SECURITY'
  WHERE c.source = 'account-contacts'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
