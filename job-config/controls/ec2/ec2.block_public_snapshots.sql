/*
id: ec2.block_public_snapshots
version: 1
severity: HIGH
title:
  en: Snapshots of the Region are shared with nobody outside by being public
  ja: リージョンのスナップショットが一般公開されない
remediation:
  en: Block all sharing of snapshots with everybody in every Region, best by a declarative policy. Where it is enough that no further one becomes public, set the parameter 'new_sharing_suffices'.
  ja: すべてのリージョンで、スナップショットのブロックパブリックアクセスを「すべての共有をブロック」にしてください。宣言型ポリシーで適用できます。新たな公開を防ぐだけで十分な場合は、パラメーター「new_sharing_suffices」をtrueに設定してください。
reasons:
  "No snapshot is shared with everybody, nor can be.":
    "一般公開されているスナップショットはなく、公開することもできません。"
  "No snapshot can be newly shared with everybody; one that was public before stays so.":
    "スナップショットを新たに一般公開できません。以前から公開されているものは公開されたままです。"
  "Snapshots that were public before are so still: only new sharing is blocked.":
    "新たな公開だけがブロックされており、以前から公開されているスナップショットは公開されたままです。"
  "Snapshots can be shared with everybody.":
    "スナップショットを一般公開できる状態です。"
  "EC2 does not say whether snapshots can be shared with everybody.":
    "スナップショットを一般公開できるかどうかを、EC2が示していません。"
  "A snapshot that everybody can copy gives more access than anybody needs.":
    "誰でもコピーできるスナップショットは、必要以上のアクセスを許しています。"
  "What lies in a snapshot that everybody can copy is disclosed.":
    "誰でもコピーできるスナップショットの中身は公開されています。"
  "Who may reach snapshots from afar is settled for the whole Region.":
    "外部からのスナップショットへのアクセスの可否が、リージョン全体で定まります。"
  "What lies in a snapshot that everybody can copy leaks.":
    "誰でもコピーできるスナップショットの中身は漏えいします。"
parameters:
  new_sharing_suffices:
    type: boolean
    default: false
    meaning:
      en: Whether it is enough that no further snapshot becomes public, though one that is public already stays so.
      ja: 公開済みのスナップショットが公開されたままでも、新たな公開を防いでいれば十分とするかどうか。
sources: [ec2-snapshot-sharing]
age: none because a block is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: A snapshot that everybody can copy gives more access than anybody needs.
  secondary:
    PR.DS-01: What lies in a snapshot that everybody can copy is disclosed.
csf11:
  primary: PR.AC-4
  reason: A snapshot that everybody can copy gives more access than anybody needs.
  secondary:
    PR.AC-3: Who may reach snapshots from afar is settled for the whole Region.
    PR.DS-5: What lies in a snapshot that everybody can copy leaks.
*/
WITH demanded AS (
  SELECT value = 'true' AS new_sharing_suffices
  FROM parameter
  WHERE control_id = 'ec2.block_public_snapshots' AND name = 'new_sharing_suffices'
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.state = 'UNBLOCKED' THEN ARRAY['NON_COMPLIANT', 'Snapshots can be shared with everybody.']
           WHEN d.state = 'BLOCK_NEW_SHARING' AND NOT p.new_sharing_suffices THEN
             ARRAY['NON_COMPLIANT', 'Snapshots that were public before are so still: only new sharing is blocked.']
           WHEN d.state = 'BLOCK_NEW_SHARING' THEN
             ARRAY['COMPLIANT',
               'No snapshot can be newly shared with everybody; one that was public before stays so.']
           WHEN d.state = 'BLOCK_ALL_SHARING' THEN
             ARRAY['COMPLIANT', 'No snapshot is shared with everybody, nor can be.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'EC2 does not say whether snapshots can be shared with everybody.']
         END AS outcome
  FROM coverage c
  CROSS JOIN demanded p
  LEFT JOIN account_default d ON d.account_id = c.account_id AND d.region = c.region AND d.name = 'SNAPSHOT_PUBLIC_ACCESS'
  WHERE c.source = 'ec2-snapshot-sharing'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
