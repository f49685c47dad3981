-- severity: fail
-- a time does not begin in its sentence
SELECT t.time_id, t.article_id, t.sentence_id, t.start_char
FROM times AS t
LEFT JOIN sentences AS n ON n.sentence_id = t.sentence_id AND n.article_id = t.article_id
WHERE n.sentence_id IS NULL OR t.start_char < n.start_char OR t.start_char >= n.end_char
