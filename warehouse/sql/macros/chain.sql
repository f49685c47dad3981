-- How a statement came to us: itself, then the one that it is inside, and so on outwards, each with
--    whom it came through and whom its teller cites.
-- grain: one row per statement of the chain
-- statement: The statement: statements.statement_id.
WITH RECURSIVE chain AS (
    SELECT s.statement_id, s.inside_statement_id, 0 AS level
    FROM statements AS s
    WHERE s.statement_id = statement
    UNION ALL
    SELECT s.statement_id, s.inside_statement_id, c.level + 1
    FROM chain AS c
    JOIN statements AS s ON s.statement_id = c.inside_statement_id
)
SELECT
    c.level,
    v.statement_id,
    v.speaker,
    v.source,
    v.cue,
    v.addressee,
    (
        SELECT string_agg(coalesce(e.name, p.text), '; ' ORDER BY p.party_no)
        FROM statement_parties AS p
        LEFT JOIN entities AS e ON e.entity_id = p.entity_id
        WHERE p.statement_id = c.statement_id AND p.role = 'channel'
    ) AS channel,
    (
        SELECT string_agg(coalesce(e.name, p.text), '; ' ORDER BY p.party_no)
        FROM statement_parties AS p
        LEFT JOIN entities AS e ON e.entity_id = p.entity_id
        WHERE p.statement_id = c.statement_id AND p.role = 'origin'
    ) AS origin,
    v.content
FROM chain AS c
JOIN v_statements AS v ON v.statement_id = c.statement_id
ORDER BY c.level
