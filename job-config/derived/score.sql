-- How many units have which verdict, for each Function, Category, Subcategory and control,
-- by both versions of the framework. A unit is a control with its Subcategory in an account,
-- by its worst verdict there; a waived NON_COMPLIANT counts as what it is. What is outside
-- is counted as such and in nothing else.
-- Score = compliant / (compliant + non_compliant), empty where there is nothing to divide by.
-- Change = compliant_now / compared_units - compliant_before / compared_units: of units that
-- were judged in both nights. lost, gained: units that were judged in one of them.
-- basis: in how many Subcategories a unit was judged. method: another one where another set
-- of controls, or controls that judge otherwise, are counted; such scores are not comparable.
WITH counted AS (
  SELECT csf_version,
         subcategory,
         control_id,
         count_if(outside IS NULL) AS inside,
         count_if(outside IS NULL AND verdict = 'COMPLIANT') AS compliant,
         count_if(outside IS NULL AND verdict = 'NON_COMPLIANT') AS non_compliant,
         count_if(outside IS NULL AND verdict = 'INSUFFICIENT_DATA') AS insufficient_data,
         count_if(outside IS NULL AND verdict = 'NOT_APPLICABLE') AS not_applicable,
         count_if(outside IS NOT NULL) AS outside_units,
         count_if(outside IS NULL AND verdict IN ('COMPLIANT', 'NON_COMPLIANT')
           AND verdict_before IN ('COMPLIANT', 'NON_COMPLIANT')) AS compared_units,
         count_if(outside IS NULL AND verdict IN ('COMPLIANT', 'NON_COMPLIANT')
           AND verdict_before = 'COMPLIANT') AS compliant_before,
         count_if(outside IS NULL AND verdict = 'COMPLIANT'
           AND verdict_before IN ('COMPLIANT', 'NON_COMPLIANT')) AS compliant_now,
         count_if(verdict_before IN ('COMPLIANT', 'NON_COMPLIANT')
           AND (outside IS NOT NULL OR verdict IN ('INSUFFICIENT_DATA', 'NOT_APPLICABLE'))) AS lost,
         count_if(outside IS NULL AND verdict IN ('COMPLIANT', 'NON_COMPLIANT')
           AND verdict_before IN ('INSUFFICIENT_DATA', 'NOT_APPLICABLE')) AS gained
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
),
method AS (
  SELECT csf_version, level, id, sum(method) AS method
  FROM (
    SELECT DISTINCT g.csf_version, g.level, g.id, k.control_id, k.method
    FROM grouped g
    JOIN control k ON k.control_id = g.control_id
    WHERE g.inside > 0
  ) AS counting
  GROUP BY csf_version, level, id
),
total AS (
  SELECT csf_version,
         level,
         id,
         count(DISTINCT CASE WHEN inside > 0 THEN control_id END) AS controls,
         sum(compliant) AS compliant,
         sum(non_compliant) AS non_compliant,
         sum(insufficient_data) AS insufficient_data,
         sum(not_applicable) AS not_applicable,
         sum(compared_units) AS compared_units,
         sum(compliant_before) AS compliant_before,
         sum(compliant_now) AS compliant_now,
         sum(lost) AS lost,
         sum(gained) AS gained,
         count(DISTINCT CASE WHEN compliant + non_compliant > 0 THEN subcategory END) AS basis,
         sum(outside_units) AS outside_units
  FROM grouped
  GROUP BY csf_version, level, id
)
SELECT t.csf_version,
       t.level,
       t.id,
       t.controls,
       CAST(t.compliant AS bigint) AS compliant,
       CAST(t.non_compliant AS bigint) AS non_compliant,
       CAST(t.insufficient_data AS bigint) AS insufficient_data,
       CAST(t.not_applicable AS bigint) AS not_applicable,
       CAST(t.compared_units AS bigint) AS compared_units,
       CAST(t.compliant_before AS bigint) AS compliant_before,
       CAST(t.compliant_now AS bigint) AS compliant_now,
       CAST(t.lost AS bigint) AS lost,
       CAST(t.gained AS bigint) AS gained,
       t.basis,
       '2.' || CAST(coalesce(m.method, 0) AS varchar) AS method,
       CAST(t.outside_units AS bigint) AS outside_units
FROM total t
LEFT JOIN method m ON m.csf_version = t.csf_version AND m.level = t.level AND m.id = t.id
