-- What was said about somebody or something: the rows of v_statements whose content mentions an
--    entity, or that are aimed at it.
-- grain: one row per statement
-- whom: Its name or any alias, an id of ours or a Wikidata id; case and accents do not count. A
--    surname that several bear gives them all.
WITH final AS (
    SELECT e.entity_id, coalesce(r.same_as, e.entity_id) AS final_id
    FROM entities AS e
    LEFT JOIN entity_redirects AS r ON r.entity_id = e.entity_id
),
meant AS (
    SELECT f.final_id
    FROM final AS f
    JOIN (
        SELECT e.entity_id, e.name AS form FROM entities AS e
        UNION ALL
        SELECT a.entity_id, a.alias FROM aliases AS a
        UNION ALL
        SELECT e.entity_id, e.entity_id FROM entities AS e
    ) AS forms ON forms.entity_id = f.entity_id
    WHERE strip_accents(lower(forms.form)) = strip_accents(lower(whom))
)
SELECT v.*
FROM v_statements AS v
WHERE v.statement_id IN (
    SELECT t.statement_id
    FROM statement_entities AS t
    JOIN final AS f ON f.entity_id = t.entity_id
    WHERE t.role IN ('target', 'object') AND f.final_id IN (SELECT m.final_id FROM meant AS m)
)
