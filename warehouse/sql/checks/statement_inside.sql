-- severity: fail
-- a statement is inside one of another article, or inside itself, at any depth
WITH RECURSIVE up AS (
    SELECT statement_id, article_id, inside_statement_id AS outer_id
    FROM statements
    WHERE inside_statement_id IS NOT NULL
    UNION
    SELECT u.statement_id, u.article_id, s.inside_statement_id
    FROM up AS u
    JOIN statements AS s ON s.statement_id = u.outer_id
    WHERE s.inside_statement_id IS NOT NULL
)
SELECT DISTINCT u.statement_id, u.article_id, u.outer_id
FROM up AS u
LEFT JOIN statements AS s ON s.statement_id = u.outer_id
WHERE u.outer_id = u.statement_id OR s.article_id IS DISTINCT FROM u.article_id
