-- severity: fail
-- two entities are one by redirects, and an override says that they differ, or the reverse
WITH final AS (
    SELECT e.entity_id, coalesce(r.same_as, e.entity_id) AS final_id
    FROM entities AS e
    LEFT JOIN entity_redirects AS r ON r.entity_id = e.entity_id
)
SELECT o.action, o.entity_id, o.other_id, one.final_id, other.final_id AS other_final_id
FROM reference_overrides AS o
JOIN final AS one ON one.entity_id = o.entity_id
JOIN final AS other ON other.entity_id = o.other_id
WHERE o.action = CASE WHEN one.final_id = other.final_id THEN 'different' ELSE 'same' END
