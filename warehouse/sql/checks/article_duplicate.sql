-- severity: fail
-- an article is marked as a repetition of one that is not there
SELECT a.article_id, a.duplicate_of
FROM articles AS a
LEFT JOIN articles AS original ON original.article_id = a.duplicate_of
WHERE a.duplicate_of IS NOT NULL AND original.article_id IS NULL
