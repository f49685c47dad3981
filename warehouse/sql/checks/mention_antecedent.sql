-- severity: fail
-- a mention goes back to one that is not there, or that stands in another article
SELECT m.mention_id, m.antecedent_id, m.article_id, a.article_id AS antecedent_article_id
FROM mentions AS m
LEFT JOIN mentions AS a ON a.mention_id = m.antecedent_id
WHERE m.antecedent_id IS NOT NULL AND a.article_id IS DISTINCT FROM m.article_id
