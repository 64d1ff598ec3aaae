/*
row: "An organization trail that is logging and should show in an account whose list of trails was read, and does not: its owner says that the trail records the account, the account that it does not. A trail of one Region shows at home only."
never-null: [account_id, arn, multi_region, home_region]
columns:
  arn: the trail
  multi_region: whether it records every Region
  home_region: the Region in which it is at home
*/
SELECT l.account_id, t.arn, t.multi_region, split_part(t.arn, ':', 4) AS home_region
FROM trail_list l
JOIN account a ON a.account_id = l.account_id AND a.management IS NOT NULL
JOIN trail t ON t.organization_trail AND t.logging
  AND split_part(t.arn, ':', 5) <> l.account_id
  AND (t.multi_region OR split_part(t.arn, ':', 4) = l.shown_in)
JOIN account owner ON owner.account_id = split_part(t.arn, ':', 5) AND owner.management
LEFT JOIN trail_shadow s ON s.account_id = l.account_id AND s.arn = t.arn
WHERE s.arn IS NULL
GROUP BY l.account_id, t.arn, t.multi_region
