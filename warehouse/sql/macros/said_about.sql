-- What was said about somebody or something: the rows of v_statements whose content mentions an
--    entity, or that are aimed at it.
-- grain: one row per statement
-- whom: Whom or what, called as in entities_named.
SELECT v.*
FROM v_statements AS v
WHERE v.statement_id IN (
    SELECT t.statement_id
    FROM statement_entities AS t
    LEFT JOIN entity_redirects AS d ON d.entity_id = t.entity_id
    WHERE t.role IN ('target', 'object')
        AND coalesce(d.same_as, t.entity_id) IN (SELECT n.entity_id FROM entities_named(whom) AS n)
)
