-- Who speaks about whom: statements of a speaker whose content mentions an entity, by month.
-- grain: one row per speaker, entity and month
-- speaker_entity_id: Who speaks, redirects followed.
-- speaker: Their usual name.
-- entity_id: Whom or what the content mentions, redirects followed.
-- entity: The usual name.
-- month: First day of the month in which it can have been said. NULL: no day is known.
-- statements: How many statements.
WITH resolved AS (
    SELECT e.entity_id, coalesce(d.same_as, e.entity_id) AS final_id
    FROM entities AS e
    LEFT JOIN entity_redirects AS d ON d.entity_id = e.entity_id
)
SELECT
    speaker.entity_id AS speaker_entity_id,
    speaker.name AS speaker,
    target.entity_id,
    target.name AS entity,
    date_trunc('month', s.said_on_start)::DATE AS month,
    count(DISTINCT s.statement_id) AS statements
FROM statements AS s
JOIN statement_speakers AS k ON k.statement_id = s.statement_id
JOIN statement_entities AS t ON t.statement_id = s.statement_id AND t.role = 'target'
JOIN resolved AS by_ ON by_.entity_id = k.entity_id
JOIN resolved AS of_ ON of_.entity_id = t.entity_id
JOIN entities AS speaker ON speaker.entity_id = by_.final_id
JOIN entities AS target ON target.entity_id = of_.final_id
GROUP BY ALL
