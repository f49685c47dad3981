-- severity: fail
-- whom a statement is about rests on a mention of another article, or of another entity
SELECT t.statement_id, t.mention_id, t.entity_id, t.role, m.entity_id AS mention_entity_id
FROM statement_entities AS t
JOIN statements AS s ON s.statement_id = t.statement_id
LEFT JOIN mentions AS m ON m.mention_id = t.mention_id
WHERE m.article_id IS DISTINCT FROM s.article_id OR m.entity_id IS DISTINCT FROM t.entity_id
