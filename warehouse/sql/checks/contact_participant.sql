-- severity: fail
-- a participant rests on a mention of another article or entity, or a contact has none
SELECT c.contact_id, p.rank, p.mention_id, p.entity_id, m.entity_id AS mention_entity_id
FROM contacts AS c
LEFT JOIN contact_participants AS p ON p.contact_id = c.contact_id
LEFT JOIN mentions AS m ON m.mention_id = p.mention_id
WHERE m.article_id IS DISTINCT FROM c.article_id
    OR (m.entity_id IS DISTINCT FROM p.entity_id AND (p.basis <> 'some' OR p.entity_id IS NOT NULL))
