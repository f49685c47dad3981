-- severity: fail
-- a time's text is not the article's between its offsets, or its last day is before its first
SELECT t.time_id, t.article_id, t.start_char, t.end_char, t.starts_on, t.ends_on
FROM times AS t
JOIN articles AS a ON a.article_id = t.article_id
WHERE t.text IS DISTINCT FROM substr(a.text, t.start_char + 1, t.end_char - t.start_char)
    OR t.ends_on < t.starts_on
