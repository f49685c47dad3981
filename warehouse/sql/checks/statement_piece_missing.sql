-- severity: fail
-- a part of a statement has no pieces, or there are pieces of a part that the statement lacks
WITH parts AS (
    SELECT statement_id, 'source' AS part FROM statements WHERE source_start IS NOT NULL
    UNION ALL
    SELECT statement_id, 'cue' FROM statements WHERE cue_start IS NOT NULL
    UNION ALL
    SELECT statement_id, 'content' FROM statements
),
pieces AS (SELECT DISTINCT statement_id, part FROM statement_spans)
SELECT
    coalesce(parts.statement_id, pieces.statement_id) AS statement_id,
    coalesce(parts.part, pieces.part) AS part,
    pieces.part IS NOT NULL AS has_pieces
FROM parts
FULL JOIN pieces ON pieces.statement_id = parts.statement_id AND pieces.part = parts.part
WHERE parts.part IS NULL OR pieces.part IS NULL
