/*
id: ec2.block_public_images
version: 1
severity: MEDIUM
title:
  en: Images of the Region cannot be newly shared with everybody
  ja: リージョンのイメージ(AMI)を新たに一般公開できない
remediation:
  en: "Block public access for images in every Region, best by a declarative policy, and look for images that are public already: the block leaves them so."
  ja: すべてのリージョンでAMIのブロックパブリックアクセスを有効にしてください。宣言型ポリシーで適用できます。公開済みのAMIは公開されたままなので、別途確認してください。
reasons:
  "No image can be newly shared with everybody; one that was public before stays so.":
    "イメージを新たに一般公開できません。以前から公開されているものは公開されたままです。"
  "Images can be shared with everybody.":
    "イメージを一般公開できる状態です。"
  "EC2 does not say whether images can be shared with everybody.":
    "イメージを一般公開できるかどうかを、EC2が示していません。"
  "An image that everybody can launch gives more access than anybody needs.":
    "誰でも起動できるイメージは、必要以上のアクセスを許しています。"
  "What lies in an image that everybody can launch is disclosed.":
    "誰でも起動できるイメージの中身は公開されています。"
  "Who may reach images from afar is settled for the whole Region.":
    "外部からのイメージへのアクセスの可否が、リージョン全体で定まります。"
  "What lies in an image that everybody can launch leaks.":
    "誰でも起動できるイメージの中身は漏えいします。"
sources: [ec2-image-sharing]
age: none because a block is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: An image that everybody can launch gives more access than anybody needs.
  secondary:
    PR.DS-01: What lies in an image that everybody can launch is disclosed.
csf11:
  primary: PR.AC-4
  reason: An image that everybody can launch gives more access than anybody needs.
  secondary:
    PR.AC-3: Who may reach images from afar is settled for the whole Region.
    PR.DS-5: What lies in an image that everybody can launch leaks.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.state = 'UNBLOCKED' THEN ARRAY['NON_COMPLIANT', 'Images can be shared with everybody.']
           WHEN d.state = 'BLOCK_NEW_SHARING' THEN
             ARRAY['COMPLIANT',
               'No image can be newly shared with everybody; one that was public before stays so.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'EC2 does not say whether images can be shared with everybody.']
         END AS outcome
  FROM coverage c
  LEFT JOIN account_default d ON d.account_id = c.account_id AND d.region = c.region AND d.name = 'IMAGE_PUBLIC_ACCESS'
  WHERE c.source = 'ec2-image-sharing'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
