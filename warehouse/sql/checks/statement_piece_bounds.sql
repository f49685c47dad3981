-- severity: fail
-- the pieces of a part do not reach from the part's first character to its last
WITH parts AS (
    SELECT statement_id, 'source' AS part, source_start AS start_char, source_end AS end_char
    FROM statements
    UNION ALL
    SELECT statement_id, 'cue', cue_start, cue_end FROM statements
    UNION ALL
    SELECT statement_id, 'content', content_start, content_end FROM statements
),
reach AS (
    SELECT statement_id, part, min(start_char) AS first_char, max(end_char) AS last_char
    FROM statement_spans
    GROUP BY statement_id, part
)
SELECT p.statement_id, p.part, p.start_char, p.end_char, r.first_char, r.last_char
FROM parts AS p
JOIN reach AS r ON r.statement_id = p.statement_id AND r.part = p.part
WHERE p.start_char <> r.first_char OR p.end_char <> r.last_char
