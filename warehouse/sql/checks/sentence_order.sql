-- severity: fail
-- sentences are not numbered from 0 in the order of the text, or a paragraph number goes back
WITH in_order AS (
    SELECT sentence_id, article_id, sentence_no, paragraph_no,
        row_number() OVER by_place - 1 AS place,
        lag(paragraph_no, 1, 0) OVER by_place AS paragraph_before
    FROM sentences
    WINDOW by_place AS (PARTITION BY article_id ORDER BY start_char, end_char)
)
SELECT sentence_id, article_id, sentence_no, place, paragraph_no, paragraph_before
FROM in_order
WHERE sentence_no <> place OR paragraph_no < paragraph_before
