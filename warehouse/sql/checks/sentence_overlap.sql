-- severity: fail
-- a sentence begins before the one in front of it ends
WITH in_order AS (
    SELECT sentence_id, article_id, start_char,
        lag(end_char) OVER (PARTITION BY article_id ORDER BY start_char, end_char) AS end_before
    FROM sentences
)
SELECT sentence_id, article_id, start_char, end_before
FROM in_order
WHERE start_char < end_before
