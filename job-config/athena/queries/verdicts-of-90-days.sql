/*
title: Ninety days of verdicts, by night and control
description: How many findings of each control were NON_COMPLIANT, COMPLIANT, or could not be judged. A night that is missing has no rows.
*/
SELECT snapshot_date,
       control_id,
       count_if(verdict = 'NON_COMPLIANT') AS non_compliant,
       count_if(verdict = 'COMPLIANT') AS compliant,
       count_if(verdict = 'INSUFFICIENT_DATA') AS not_seen
FROM rollcall.finding
WHERE snapshot_date >= current_date - INTERVAL '90' DAY
GROUP BY snapshot_date, control_id
ORDER BY snapshot_date, control_id
