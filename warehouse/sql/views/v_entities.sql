-- Who and what is named in the articles: every entity once, under all the names it has.
-- grain: one row per entity, those that are the same as one
-- entity_id: The entity: entities.entity_id. Ids that are redirected to it are in other_ids.
-- name: Its usual name.
-- entity_type: What it is: entities.entity_type.
-- wikidata_id: Wikidata id. NULL: the reference data has none.
-- country_code: Country that it is, or belongs to: ISO 3166-1 alpha-2. NULL: unknown, or none.
-- description: Latest known office or kind, from the reference data. NULL: not in it.
-- aliases: The other forms that it is known by, parted by ' | '. NULL: none.
-- other_ids: Ids that mean it as well (entity_redirects), parted by ' | '. NULL: none.
-- articles: Articles that mention it or in which it speaks.
-- mentions: Mentions of it.
-- statements: Statements that it makes, alone or with others.
-- first_seen_on: Earliest day of publication of those articles. NULL: none of them has a day.
-- last_seen_on: Latest day of publication of those articles. NULL: none of them has a day.
WITH final AS (
    SELECT e.entity_id, coalesce(r.same_as, e.entity_id) AS final_id
    FROM entities AS e
    LEFT JOIN entity_redirects AS r ON r.entity_id = e.entity_id
),
others AS (
    SELECT same_as AS final_id, string_agg(entity_id, ' | ' ORDER BY entity_id) AS other_ids
    FROM entity_redirects
    GROUP BY same_as
),
forms AS (
    SELECT final_id, string_agg(alias, ' | ' ORDER BY alias) AS aliases
    FROM (
        SELECT DISTINCT f.final_id, a.alias
        FROM aliases AS a
        JOIN final AS f ON f.entity_id = a.entity_id
        JOIN entities AS e ON e.entity_id = f.final_id
        WHERE a.alias <> e.name
    )
    GROUP BY final_id
),
named AS (
    SELECT f.final_id, count(*) AS mentions
    FROM mentions AS m
    JOIN final AS f ON f.entity_id = m.entity_id
    GROUP BY f.final_id
),
spoken AS (
    SELECT f.final_id, count(DISTINCT k.statement_id) AS statements
    FROM statement_speakers AS k
    JOIN final AS f ON f.entity_id = k.entity_id
    GROUP BY f.final_id
),
seen AS (
    SELECT
        f.final_id,
        count(DISTINCT a.article_id) AS articles,
        min(a.published_on) AS first_seen_on,
        max(a.published_on) AS last_seen_on
    FROM (
        SELECT entity_id, article_id FROM mentions
        UNION
        SELECT k.entity_id, s.article_id
        FROM statement_speakers AS k
        JOIN statements AS s ON s.statement_id = k.statement_id
    ) AS places
    JOIN final AS f ON f.entity_id = places.entity_id
    JOIN articles AS a ON a.article_id = places.article_id
    GROUP BY f.final_id
)
SELECT
    e.entity_id,
    e.name,
    e.entity_type,
    e.wikidata_id,
    e.country_code,
    e.description,
    forms.aliases,
    others.other_ids,
    coalesce(seen.articles, 0) AS articles,
    coalesce(named.mentions, 0) AS mentions,
    coalesce(spoken.statements, 0) AS statements,
    seen.first_seen_on,
    seen.last_seen_on
FROM entities AS e
ANTI JOIN entity_redirects AS r ON r.entity_id = e.entity_id
LEFT JOIN others ON others.final_id = e.entity_id
LEFT JOIN forms ON forms.final_id = e.entity_id
LEFT JOIN named ON named.final_id = e.entity_id
LEFT JOIN spoken ON spoken.final_id = e.entity_id
LEFT JOIN seen ON seen.final_id = e.entity_id
