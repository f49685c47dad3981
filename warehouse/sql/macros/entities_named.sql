-- Whom or what a name can mean: every entity that is known by it.
-- grain: one row per entity, redirects followed
-- called: A name or any alias, an id of ours or a Wikidata id; case and accents do not count. A
--    surname that several bear gives them all.
SELECT DISTINCT coalesce(d.same_as, e.entity_id) AS entity_id
FROM entities AS e
LEFT JOIN entity_redirects AS d ON d.entity_id = e.entity_id
JOIN (
    SELECT n.entity_id, n.name AS form FROM entities AS n
    UNION ALL
    SELECT a.entity_id, a.alias FROM aliases AS a
    UNION ALL
    SELECT i.entity_id, i.entity_id FROM entities AS i
) AS forms ON forms.entity_id = e.entity_id
WHERE strip_accents(lower(forms.form)) = strip_accents(lower(called))
