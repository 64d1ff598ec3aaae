/*
title: Nights that are missing
description: After which published night how many are missing, up to yesterday. Nights that flags narrowed do not count.
*/
SELECT snapshot_date AS after_night,
       date_diff('day', snapshot_date, following) - 1 AS missing
FROM (
  SELECT snapshot_date, coalesce(lead(snapshot_date) OVER (ORDER BY snapshot_date), current_date) AS following
  FROM rollcall.night
) n
WHERE date_diff('day', snapshot_date, following) > 1
ORDER BY snapshot_date
