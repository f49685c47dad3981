-- What each person and organisation was called when.
-- grain: one row per entity, role as printed and body that it is of
-- entity_id: Who: the entity that stands for it, redirects followed.
-- name: Its usual name.
-- role: The title or description, as printed.
-- of_entity: Usual name of the organisation or country that the words name. NULL: none known.
-- first_seen_on: Earliest day of publication of the articles that call it so. NULL: none has a day.
-- last_seen_on: Latest such day. NULL: none has a day.
-- articles: How many articles call it so.
SELECT
    e.entity_id,
    e.name,
    r.role,
    o.name AS of_entity,
    min(r.seen_on) AS first_seen_on,
    max(r.seen_on) AS last_seen_on,
    count(DISTINCT r.article_id) AS articles
FROM roles AS r
LEFT JOIN entity_redirects AS d ON d.entity_id = r.entity_id
JOIN entities AS e ON e.entity_id = coalesce(d.same_as, r.entity_id)
LEFT JOIN entities AS o ON o.entity_id = r.of_entity_id
GROUP BY e.entity_id, e.name, r.role, o.name
