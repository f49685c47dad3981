-- severity: fail
-- mentions.text is not the article's text between the mention's offsets
SELECT m.mention_id, m.article_id, m.start_char, m.end_char
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
WHERE m.text IS DISTINCT FROM substr(a.text, m.start_char + 1, m.end_char - m.start_char)
