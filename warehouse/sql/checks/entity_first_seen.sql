-- severity: fail
-- an entity was seen before its first_seen_on
SELECT e.entity_id, e.first_seen_on, min(a.published_on) AS seen_on
FROM entities AS e
JOIN mentions AS m ON m.entity_id = e.entity_id
JOIN articles AS a ON a.article_id = m.article_id
GROUP BY e.entity_id, e.first_seen_on
HAVING min(a.published_on) < coalesce(e.first_seen_on, 'infinity'::DATE)
