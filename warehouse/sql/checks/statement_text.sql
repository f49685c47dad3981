-- severity: fail
-- a statement's source_text, cue_text or content_text is not the article's text between its offsets
WITH parts AS (
    SELECT statement_id, article_id, 'source' AS part, source_start AS start_char,
        source_end AS end_char, source_text AS part_text
    FROM statements
    UNION ALL
    SELECT statement_id, article_id, 'cue', cue_start, cue_end, cue_text
    FROM statements
    UNION ALL
    SELECT statement_id, article_id, 'content', content_start, content_end, content_text
    FROM statements
)
SELECT p.statement_id, p.article_id, p.part, p.start_char, p.end_char
FROM parts AS p
JOIN articles AS a ON a.article_id = p.article_id
WHERE p.part_text IS DISTINCT FROM substr(a.text, p.start_char + 1, p.end_char - p.start_char)
