/*
id: ec2.ebs_encryption_default
version: 1
severity: MEDIUM
title:
  en: New volumes are encrypted by default
  ja: 新しいEBSボリュームがデフォルトで暗号化される
remediation:
  en: "Turn on encryption by default for EBS in every Region. Volumes that exist already stay as they are: copy those that are not encrypted."
  ja: すべてのリージョンでEBSのデフォルトの暗号化を有効にしてください。既存のボリュームは変わらないため、暗号化されていないものはコピーして置き換えてください。
reasons:
  "New volumes and copies of snapshots are encrypted; what existed before stays as it was.":
    "新しいボリュームとスナップショットのコピーは暗号化されます。既存のものは変わりません。"
  "New volumes are encrypted only where somebody asks for it.":
    "新しいボリュームは、指定した場合にのみ暗号化されます。"
  "EC2 does not say whether new volumes are encrypted.":
    "新しいボリュームが暗号化されるかどうかを、EC2が示していません。"
  "A volume that is encrypted whoever makes it is guarded when its storage is lost.":
    "誰が作成しても暗号化されるボリュームは、ストレージが失われても保護されます。"
sources: [ec2-ebs-encryption]
age: none because a default is of the moment in which it is read
csf20:
  primary: PR.DS-01
  reason: A volume that is encrypted whoever makes it is guarded when its storage is lost.
csf11:
  primary: PR.DS-1
  reason: A volume that is encrypted whoever makes it is guarded when its storage is lost.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.state = 'DISABLED' THEN
             ARRAY['NON_COMPLIANT', 'New volumes are encrypted only where somebody asks for it.']
           WHEN d.state = 'ENABLED' THEN
             ARRAY['COMPLIANT', 'New volumes and copies of snapshots are encrypted; what existed before stays as it was.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'EC2 does not say whether new volumes are encrypted.']
         END AS outcome
  FROM coverage c
  LEFT JOIN account_default d ON d.account_id = c.account_id AND d.region = c.region AND d.name = 'EBS_ENCRYPTION'
  WHERE c.source = 'ec2-ebs-encryption'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
