-- Who speaks about whom, and how: statements of a speaker whose content mentions an entity, or that
--    are aimed at it, by month.
-- grain: one row per speaker, entity and month
-- speaker_entity_id: Who speaks, redirects followed.
-- speaker: Their usual name.
-- entity_id: Whom or what the content mentions or the statement is aimed at, redirects followed.
-- entity: The usual name.
-- month: First day of the month in which it can have been said. NULL: no day is known.
-- statements: How many statements; those that are denied (did not say) do not count.
-- aimed: How many of them are aimed at it: praise, blame, support, threats, descriptions.
-- positive: How many of those aimed at it are for it, by reference_cues.polarity (praise).
-- negative: How many of those aimed at it are against it (accuse, criticize).
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
    count(DISTINCT s.statement_id) AS statements,
    count(DISTINCT s.statement_id) FILTER (t.role = 'object') AS aimed,
    count(DISTINCT s.statement_id)
        FILTER (t.role = 'object' AND c.polarity = 'positive') AS positive,
    count(DISTINCT s.statement_id)
        FILTER (t.role = 'object' AND c.polarity = 'negative') AS negative
FROM statements AS s
JOIN statement_speakers AS k ON k.statement_id = s.statement_id
JOIN statement_entities AS t
    ON t.statement_id = s.statement_id AND t.role IN ('target', 'object')
LEFT JOIN reference_cues AS c ON c.lemma = s.cue_lemma
JOIN resolved AS by_ ON by_.entity_id = k.entity_id
JOIN resolved AS of_ ON of_.entity_id = t.entity_id
JOIN entities AS speaker ON speaker.entity_id = by_.final_id
JOIN entities AS target ON target.entity_id = of_.final_id
WHERE NOT s.negated
GROUP BY ALL
