-- severity: warn
-- an article's day of publication is more than a day after its run began, or before 1700
SELECT a.article_id, a.file_id, a.published_on, a.published_basis, r.started_at
FROM articles AS a
JOIN runs AS r ON r.run_id = a.run_id
WHERE a.published_on > r.started_at::DATE + 1 OR a.published_on < DATE '1700-01-01'
