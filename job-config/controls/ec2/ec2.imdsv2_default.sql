/*
id: ec2.imdsv2_default
version: 1
severity: MEDIUM
title:
  en: New instances ask for a token for their metadata by default
  ja: 新しいインスタンスのメタデータが、デフォルトでトークン必須(IMDSv2)になっている
remediation:
  en: "Set the metadata default of the Region to HttpTokens=required, best by a declarative policy for all accounts. It is a default: a launch may still say otherwise, unless HttpTokensEnforced is on."
  ja: リージョンのインスタンスメタデータのデフォルトをHttpTokens=requiredにしてください。宣言型ポリシーで全アカウントに適用できます。これはデフォルトであり、HttpTokensEnforcedが有効でなければ、起動時に変更できます。
reasons:
  "New instances ask for a token for their metadata, unless a launch says otherwise.":
    "起動時に別の指定がない限り、新しいインスタンスのメタデータはトークン必須です。"
  "New instances ask for a token for their metadata, unless a launch says otherwise; a declarative policy has set it.":
    "起動時に別の指定がない限り、新しいインスタンスのメタデータはトークン必須です。宣言型ポリシーで設定されています。"
  "New instances answer for their metadata without a token, unless a launch says otherwise.":
    "起動時に別の指定がない限り、新しいインスタンスのメタデータはトークンなしで取得できます。"
  "The account has set no default: image and launch decide whether metadata asks for a token.":
    "デフォルトが設定されておらず、トークンの要否はイメージと起動時の指定で決まります。"
  "EC2 does not say whether metadata asks for a token by default.":
    "メタデータのデフォルトでトークンが必須かどうかを、EC2が示していません。"
  "How instances are launched is settled for the whole Region.":
    "インスタンスの起動時の構成が、リージョン全体で定まります。"
  "Metadata without a token gives an instance's credentials to whoever makes it forward a request.":
    "トークンなしのメタデータは、リクエストを中継させた者にインスタンスの認証情報を渡してしまいます。"
sources: [ec2-metadata-defaults]
age: none because a default is of the moment in which it is read
csf20:
  primary: PR.PS-01
  reason: How instances are launched is settled for the whole Region.
  secondary:
    PR.AA-05: Metadata without a token gives an instance's credentials to whoever makes it forward a request.
csf11:
  primary: PR.IP-1
  reason: How instances are launched is settled for the whole Region.
  secondary:
    PR.AC-4: Metadata without a token gives an instance's credentials to whoever makes it forward a request.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.state = 'OPTIONAL' THEN
             ARRAY['NON_COMPLIANT',
               'New instances answer for their metadata without a token, unless a launch says otherwise.']
           WHEN d.state = 'NO_PREFERENCE' THEN
             ARRAY['NON_COMPLIANT',
               'The account has set no default: image and launch decide whether metadata asks for a token.']
           WHEN d.state = 'REQUIRED' AND d.managed_by = 'DECLARATIVE_POLICY' THEN
             ARRAY['COMPLIANT', 'New instances ask for a token for their metadata, unless a launch says otherwise;'
               || ' a declarative policy has set it.']
           WHEN d.state = 'REQUIRED' THEN
             ARRAY['COMPLIANT', 'New instances ask for a token for their metadata, unless a launch says otherwise.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'EC2 does not say whether metadata asks for a token by default.']
         END AS outcome
  FROM coverage c
  LEFT JOIN account_default d ON d.account_id = c.account_id AND d.region = c.region AND d.name = 'IMDS_HTTP_TOKENS'
  WHERE c.source = 'ec2-metadata-defaults'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
