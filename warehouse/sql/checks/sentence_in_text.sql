-- severity: fail
-- a sentence ends behind its article's text, or has no characters
SELECT n.sentence_id, n.article_id, n.start_char, n.end_char
FROM sentences AS n
JOIN articles AS a ON a.article_id = n.article_id
WHERE n.start_char < 0 OR n.end_char <= n.start_char OR n.end_char > length(a.text)
