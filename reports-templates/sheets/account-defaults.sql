/*
sheet:
  name: {en: EC2 defaults, ja: EC2のデフォルト}
  title: {en: EC2 defaults of accounts, ja: アカウントのEC2のデフォルト}
  note:
    en: What EC2 does in each Region where nobody says otherwise. A default may be overridden by a launch; what a block leaves public stays public.
    ja: 別の指定がないときの、リージョンごとのEC2の動作です。デフォルトは起動時の指定で変わることがあり、ブロックしても公開済みのものは残ることがあります。
  order: 113
  colour: 548235
sources: [ec2-metadata-defaults, ec2-image-sharing, ec2-snapshot-sharing, ec2-ebs-encryption, ec2-defaults]
dataset: account_default
empty:
  en: "Nothing: no default was read. Coverage says where we could look."
  ja: ありません。デフォルトは読み取れませんでした。確認できた範囲は収集状況を参照してください。
freeze: 2
words:
  tokens:
    REQUIRED: {en: Required, ja: 必須, tone: good}
    OPTIONAL: {en: Optional, ja: 任意, tone: bad}
    NO_PREFERENCE: {en: No preference, ja: 設定なし, tone: bad}
  images:
    BLOCK_NEW_SHARING: {en: New sharing is blocked, ja: 新たな公開をブロック, tone: good}
    UNBLOCKED: {en: Not blocked, ja: ブロックなし, tone: bad}
  snapshots:
    BLOCK_ALL_SHARING: {en: All sharing is blocked, ja: すべての公開をブロック, tone: good}
    BLOCK_NEW_SHARING: {en: New sharing is blocked, ja: 新たな公開をブロック, tone: bad}
    UNBLOCKED: {en: Not blocked, ja: ブロックなし, tone: bad}
  encryption:
    ENABLED: {en: Encrypted, ja: 暗号化, tone: good}
    DISABLED: {en: Not encrypted, ja: 暗号化なし, tone: bad}
  console:
    ENABLED: {en: Allowed, ja: 許可}
    DISABLED: {en: Not allowed, ja: 不許可}
  internet:
    "OFF": {en: Not blocked, ja: ブロックなし}
    BLOCK_INGRESS: {en: From the internet, ja: 受信をブロック}
    BLOCK_BIDIRECTIONAL: {en: Both ways, ja: 双方向をブロック}
  allowed:
    ENABLED: {en: Only allowed images, ja: 許可したイメージのみ}
    AUDIT_MODE: {en: Tried out, ja: 監査モード}
    DISABLED: {en: Any image, ja: 制限なし}
  defaults:
    IMDS_HTTP_TOKENS: {en: token for metadata, ja: メタデータのトークン}
    IMDS_HTTP_ENDPOINT: {en: metadata at all, ja: メタデータの提供}
    IMDS_HOP_LIMIT: {en: hops of metadata, ja: メタデータのホップ数}
    IMDS_TAGS: {en: tags in metadata, ja: メタデータのタグ}
    IMAGE_PUBLIC_ACCESS: {en: public images, ja: イメージの公開}
    SNAPSHOT_PUBLIC_ACCESS: {en: public snapshots, ja: スナップショットの公開}
    EBS_ENCRYPTION: {en: new volumes, ja: 新しいボリューム}
    SERIAL_CONSOLE: {en: serial console, ja: シリアルコンソール}
    VPC_PUBLIC_ACCESS: {en: VPC block of public access, ja: VPCのパブリックアクセスブロック}
    VPC_PUBLIC_ACCESS_EXCLUSIONS: {en: exclusions from that block, ja: ブロックの除外}
    ALLOWED_IMAGES: {en: images that may be launched, ja: 起動できるイメージ}
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: tokens, kind: word, width: 18, words: tokens, head: {en: Token for metadata, ja: メタデータのトークン}}
- {name: images, kind: word, width: 24, words: images, head: {en: Public images, ja: イメージの公開}}
- {name: snapshots, kind: word, width: 24, words: snapshots, head: {en: Public snapshots, ja: スナップショットの公開}}
- {name: encryption, kind: word, width: 18, words: encryption, head: {en: New volumes, ja: 新しいボリューム}}
- {name: serial, kind: word, width: 18, words: console, head: {en: Serial console, ja: シリアルコンソール}}
- {name: internet, kind: word, width: 20, words: internet, head: {en: VPC block of public access, ja: VPCのパブリックアクセスブロック}}
- {name: allowed, kind: word, width: 22, words: allowed, head: {en: Images that may be launched, ja: 起動できるイメージ}}
- {name: governed, kind: list, width: 60, words: defaults, head: {en: Set by a declarative policy, ja: 宣言型ポリシーで設定}}
*/
WITH defaults AS (
  SELECT account_id,
         region,
         max(state) FILTER (WHERE name = 'IMDS_HTTP_TOKENS') AS tokens,
         max(state) FILTER (WHERE name = 'IMAGE_PUBLIC_ACCESS') AS images,
         max(state) FILTER (WHERE name = 'SNAPSHOT_PUBLIC_ACCESS') AS snapshots,
         max(state) FILTER (WHERE name = 'EBS_ENCRYPTION') AS encryption,
         max(state) FILTER (WHERE name = 'SERIAL_CONSOLE') AS serial,
         max(state) FILTER (WHERE name = 'VPC_PUBLIC_ACCESS') AS internet,
         max(state) FILTER (WHERE name = 'ALLOWED_IMAGES') AS allowed,
         array_agg(name ORDER BY name) FILTER (WHERE managed_by = 'DECLARATIVE_POLICY') AS governed
  FROM account_default
  GROUP BY account_id, region
)
SELECT d.account_id AS account, a.name AS account_name, d.region, d.tokens, d.images, d.snapshots, d.encryption, d.serial,
  d.internet, d.allowed, d.governed
FROM defaults d
LEFT JOIN account a ON a.account_id = d.account_id
ORDER BY CASE d.snapshots WHEN 'UNBLOCKED' THEN 1 WHEN 'BLOCK_NEW_SHARING' THEN 2 ELSE 3 END, CASE d.images WHEN 'UNBLOCKED' THEN 1 ELSE 2 END, CASE d.tokens WHEN 'REQUIRED' THEN 2 ELSE 1 END, CASE d.encryption WHEN 'DISABLED' THEN 1 ELSE 2 END, d.account_id, d.region
