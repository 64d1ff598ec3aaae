/*
row: A Region whose findings of Security Hub come to the home Region of an administrator's aggregator, the home Region itself among them.
never-null: [administrator_id, home_region, region]
columns:
  administrator_id: the administrator whose aggregator it is
  home_region: the Region in which its findings are together
  region: a Region of the night
*/
SELECT DISTINCT g.account_id AS administrator_id,
       g.finding_aggregation_region AS home_region,
       c.region
FROM securityhub_aggregator g
JOIN coverage c ON c.source = 'securityhub'
WHERE c.region = g.finding_aggregation_region
   OR g.region_linking_mode = 'ALL_REGIONS'
   OR (g.region_linking_mode = 'SPECIFIED_REGIONS' AND contains(g.regions, c.region))
   OR (g.region_linking_mode = 'ALL_REGIONS_EXCEPT_SPECIFIED' AND NOT contains(g.regions, c.region))
