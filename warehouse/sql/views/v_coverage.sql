-- What was loaded, by publisher and day, and how far it is attributed.
-- grain: one row per publisher and day of publication
-- publisher: The outlet. NULL: articles that name none.
-- published_on: Day of publication. NULL: articles without one.
-- articles: Articles of that publisher and day.
-- statements: Statements in those articles.
-- speaker_share: Share of those statements whose speaker is known, 0 to 1. NULL: there are no
--    statements.
WITH by_article AS (
    SELECT article_id, count(*) AS statements, count(speaker_entity_id) AS with_speaker
    FROM statements
    GROUP BY article_id
)
SELECT
    a.publisher,
    a.published_on,
    count(*) AS articles,
    coalesce(sum(b.statements), 0)::BIGINT AS statements,
    sum(b.with_speaker) / nullif(sum(b.statements), 0) AS speaker_share
FROM articles AS a
LEFT JOIN by_article AS b ON b.article_id = a.article_id
GROUP BY a.publisher, a.published_on
