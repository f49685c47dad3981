-- severity: fail
-- a role is not the text between its offsets, or its name stands in another article
SELECT r.mention_id, r.article_id, r.role, r.start_char, r.end_char
FROM roles AS r
LEFT JOIN articles AS a ON a.article_id = r.article_id
LEFT JOIN mentions AS m ON m.mention_id = r.mention_id
WHERE substr(a.text, r.start_char + 1, r.end_char - r.start_char) IS DISTINCT FROM r.role
OR m.article_id IS DISTINCT FROM r.article_id
