-- severity: fail
-- a contact's words or place are not the article's text between their offsets
SELECT c.contact_id, c.article_id, c.start_char, c.end_char, c.place_start, c.place_end
FROM contacts AS c
JOIN articles AS a ON a.article_id = c.article_id
WHERE c.text IS DISTINCT FROM substr(a.text, c.start_char + 1, c.end_char - c.start_char)
    OR (
        c.place_text IS DISTINCT FROM
        substr(a.text, c.place_start + 1, c.place_end - c.place_start)
    )
