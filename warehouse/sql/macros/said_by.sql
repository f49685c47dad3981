-- What somebody said: the rows of v_statements of a speaker, alone or with others.
-- grain: one row per statement
-- who: The speaker, called as in entities_named.
SELECT v.*
FROM v_statements AS v
WHERE v.statement_id IN (
    SELECT k.statement_id
    FROM statement_speakers AS k
    LEFT JOIN entity_redirects AS d ON d.entity_id = k.entity_id
    WHERE coalesce(d.same_as, k.entity_id) IN (SELECT n.entity_id FROM entities_named(who) AS n)
)
