-- severity: fail
-- an article's text is nothing but white space
SELECT article_id, file_id, record_no
FROM articles
WHERE NOT regexp_matches(text, '[^\s\p{Z}]')
