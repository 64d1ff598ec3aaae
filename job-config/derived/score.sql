-- How many units have which verdict, for each Function, Category, Subcategory and control,
-- by both versions of the framework. A unit is a control with its primary Subcategory in an
-- account, by its worst verdict there; a waived NON_COMPLIANT counts as what it is.
-- Score = compliant / (compliant + non_compliant), empty where there is nothing to divide by.
WITH mapped AS (
  SELECT '2.0' AS csf_version, csf20_primary AS subcategory, control_id, account_id, verdict FROM finding
  UNION ALL
  SELECT '1.1' AS csf_version, csf11_primary AS subcategory, control_id, account_id, verdict FROM finding
),
unit AS (
  SELECT csf_version,
         subcategory,
         control_id,
         account_id,
         min(CASE verdict
               WHEN 'NON_COMPLIANT' THEN 1
               WHEN 'INSUFFICIENT_DATA' THEN 2
               WHEN 'COMPLIANT' THEN 3
               ELSE 4
             END) AS worst
  FROM mapped
  GROUP BY csf_version, subcategory, control_id, account_id
),
counted AS (
  SELECT csf_version,
         subcategory,
         control_id,
         count_if(worst = 3) AS compliant,
         count_if(worst = 1) AS non_compliant,
         count_if(worst = 2) AS insufficient_data,
         count_if(worst = 4) AS not_applicable
  FROM unit
  GROUP BY csf_version, subcategory, control_id
),
grouped AS (
  SELECT c.*,
         l.level,
         CASE l.level
           WHEN 'FUNCTION' THEN split_part(c.subcategory, '.', 1)
           WHEN 'CATEGORY' THEN split_part(c.subcategory, '-', 1)
           WHEN 'SUBCATEGORY' THEN c.subcategory
           ELSE c.control_id
         END AS id
  FROM counted c
  CROSS JOIN (VALUES ('FUNCTION'), ('CATEGORY'), ('SUBCATEGORY'), ('CONTROL')) AS l (level)
)
SELECT csf_version,
       level,
       id,
       count(DISTINCT control_id) AS controls,
       CAST(sum(compliant) AS bigint) AS compliant,
       CAST(sum(non_compliant) AS bigint) AS non_compliant,
       CAST(sum(insufficient_data) AS bigint) AS insufficient_data,
       CAST(sum(not_applicable) AS bigint) AS not_applicable
FROM grouped
GROUP BY csf_version, level, id
