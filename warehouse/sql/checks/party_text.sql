-- severity: fail
-- the text of a statement's party is not the article's between its offsets
SELECT p.statement_id, p.role, p.party_no, p.start_char, p.end_char
FROM statement_parties AS p
JOIN statements AS s ON s.statement_id = p.statement_id
JOIN articles AS a ON a.article_id = s.article_id
WHERE p.text IS DISTINCT FROM substr(a.text, p.start_char + 1, p.end_char - p.start_char)
