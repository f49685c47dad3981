-- severity: fail
-- a statement's party rests on a mention of another article, or of another entity
SELECT p.statement_id, p.role, p.party_no, p.mention_id, p.entity_id
FROM statement_parties AS p
JOIN statements AS s ON s.statement_id = p.statement_id
LEFT JOIN mentions AS m ON m.mention_id = p.mention_id
WHERE p.mention_id IS NOT NULL
    AND (m.article_id IS DISTINCT FROM s.article_id OR m.entity_id IS DISTINCT FROM p.entity_id)
