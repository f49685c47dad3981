-- severity: fail
-- a speaker's mention stands in another article than the statement
SELECT k.statement_id, k.rank, k.mention_id, s.article_id, m.article_id AS mention_article_id
FROM statement_speakers AS k
JOIN statements AS s ON s.statement_id = k.statement_id
LEFT JOIN mentions AS m ON m.mention_id = k.mention_id
WHERE m.article_id IS DISTINCT FROM s.article_id
