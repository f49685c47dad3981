-- severity: fail
-- an article has no sentences: nothing was looked for in it
SELECT a.article_id, a.file_id, a.record_no
FROM articles AS a
ANTI JOIN sentences AS n ON n.article_id = a.article_id
