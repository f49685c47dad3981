-- severity: fail
-- a telling is not the article's text or not in its sentence, or a contact's own words are none
SELECT c.contact_id, s.start_char, s.end_char
FROM contacts AS c
LEFT JOIN contact_spans AS s ON s.contact_id = c.contact_id
LEFT JOIN articles AS a ON a.article_id = c.article_id
LEFT JOIN sentences AS n ON n.sentence_id = s.sentence_id AND n.article_id = c.article_id
WHERE s.text IS DISTINCT FROM substr(a.text, s.start_char + 1, s.end_char - s.start_char)
    OR n.sentence_id IS NULL
    OR s.start_char < n.start_char
    OR s.start_char >= n.end_char
UNION ALL
SELECT c.contact_id, c.start_char, c.end_char
FROM contacts AS c
WHERE NOT EXISTS (
    SELECT 1
    FROM contact_spans AS s
    WHERE s.contact_id = c.contact_id
        AND s.start_char = c.start_char
        AND s.end_char = c.end_char
        AND s.sentence_id = c.sentence_id
)
