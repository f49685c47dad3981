-- severity: fail
-- an entity is redirected to one that is not there, or that is redirected itself
SELECT r.entity_id, r.same_as, further.same_as AS redirected_to
FROM entity_redirects AS r
LEFT JOIN entities AS e ON e.entity_id = r.same_as
LEFT JOIN entity_redirects AS further ON further.entity_id = r.same_as
WHERE e.entity_id IS NULL OR further.entity_id IS NOT NULL
