-- severity: fail
-- a statement's speaker is not the first of its speakers, or one is there without the other
WITH firsts AS (SELECT statement_id, entity_id FROM statement_speakers WHERE rank = 1)
SELECT s.statement_id, s.speaker_entity_id, f.entity_id AS first_speaker_entity_id
FROM statements AS s
LEFT JOIN firsts AS f ON f.statement_id = s.statement_id
WHERE s.speaker_entity_id IS DISTINCT FROM f.entity_id
