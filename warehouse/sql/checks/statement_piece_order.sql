-- severity: fail
-- the pieces of a part are not numbered from 0 in the order of the text, or they overlap
WITH in_order AS (
    SELECT statement_id, part, piece_no, start_char, end_char,
        row_number() OVER by_place - 1 AS place,
        lag(end_char, 1, 0) OVER by_place AS end_before
    FROM statement_spans
    WINDOW by_place AS (PARTITION BY statement_id, part ORDER BY start_char, end_char)
)
SELECT statement_id, part, piece_no, place, start_char, end_char, end_before
FROM in_order
WHERE piece_no <> place OR start_char < end_before OR end_char <= start_char
