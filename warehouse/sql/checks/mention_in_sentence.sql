-- severity: fail
-- a mention does not lie in its sentence
SELECT m.mention_id, m.article_id, m.sentence_id, m.start_char, m.end_char
FROM mentions AS m
LEFT JOIN sentences AS n ON n.sentence_id = m.sentence_id AND n.article_id = m.article_id
WHERE n.sentence_id IS NULL OR m.start_char < n.start_char OR m.end_char > n.end_char
