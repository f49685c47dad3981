-- severity: fail
-- a run's count of articles is not the number of articles that it added
SELECT r.run_id, r.articles_added, count(a.article_id) AS articles
FROM runs AS r
LEFT JOIN articles AS a ON a.run_id = r.run_id
GROUP BY r.run_id, r.articles_added
HAVING r.articles_added <> count(a.article_id)
