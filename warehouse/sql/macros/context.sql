-- The words around a statement: the sentences of its paragraph and of those before and after it.
-- grain: one row per sentence
-- statement: The statement: statements.statement_id.
SELECT
    n.sentence_no,
    n.paragraph_no,
    n.sentence_id = s.sentence_id AS holds_the_cue,
    substr(a.text, n.start_char + 1, n.end_char - n.start_char) AS sentence,
    a.article_id,
    a.title,
    a.url
FROM statements AS s
JOIN sentences AS own ON own.sentence_id = s.sentence_id
JOIN articles AS a ON a.article_id = s.article_id
JOIN sentences AS n
    ON n.article_id = s.article_id
    AND n.paragraph_no BETWEEN own.paragraph_no - 1 AND own.paragraph_no + 1
WHERE s.statement_id = statement
ORDER BY n.sentence_no
