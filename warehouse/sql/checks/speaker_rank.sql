-- severity: fail
-- the speakers of a statement are not ranked 1, 2, 3 without a gap
SELECT statement_id, count(*) AS speakers, min(rank) AS first_rank, max(rank) AS last_rank
FROM statement_speakers
GROUP BY statement_id
HAVING min(rank) <> 1 OR max(rank) <> count(*)
