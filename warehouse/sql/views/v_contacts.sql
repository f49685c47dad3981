-- Who met, visited, called, hosted or talked with whom, where and when, as articles tell of it.
-- grain: one row per contact
-- contact_id: The contact: contacts.contact_id.
-- article_id: The article that tells of it: articles.article_id.
-- day: First day on which it can have been, or is to be. NULL: unknown.
-- last_day: Last such day, inclusive. NULL: unknown.
-- day_basis: What tells the day: explicit, inherited, published or unknown.
-- contact_type: meet, visit, host, call, talk, summit or sign.
-- status: happened, planned, possible, cancelled or denied.
-- participants: Usual names of those who take part, in the article's order, else as written,
--    joined by '; '.
-- hosts: Of them those who host, joined by '; '. NULL: none is told of.
-- place: Usual name of the place, else as written. NULL: not told.
-- plover: Its PLOVER event type and, after a colon, its mode where it has one.
-- tellings: How many times the article tells of it.
-- statements: How many statements were made on it.
-- publisher: The outlet. NULL: not given.
-- title: The article's headline. NULL: not given.
-- published_on: Day of publication. NULL: unknown.
-- url: Where the article was published. NULL: not given.
-- sentence: The sentence that tells of it most fully.
-- start_char: Where the words that tell of it begin: 0-based, in code points of articles.text.
--    Orders the contacts of an article.
-- score: How sure type, participants and status are, 0 to 1.
WITH named AS (
    SELECT
        p.contact_id,
        p.rank,
        p.role,
        coalesce(e.name, m.text) AS name
    FROM contact_participants AS p
    JOIN mentions AS m ON m.mention_id = p.mention_id
    LEFT JOIN entity_redirects AS d ON d.entity_id = p.entity_id
    LEFT JOIN entities AS e ON e.entity_id = coalesce(d.same_as, p.entity_id)
),

company AS (
    SELECT
        contact_id,
        string_agg(name, '; ' ORDER BY rank) AS participants,
        string_agg(name, '; ' ORDER BY rank) FILTER (role = 'host') AS hosts
    FROM named
    GROUP BY contact_id
),

told AS (
    SELECT contact_id, count(*) AS tellings FROM contact_spans GROUP BY contact_id
),

said AS (
    SELECT contact_id, count(*) AS statements FROM statements GROUP BY contact_id
)

SELECT
    c.contact_id,
    c.article_id,
    c.starts_on AS day,
    c.ends_on AS last_day,
    c.day_basis,
    c.contact_type,
    c.status,
    company.participants,
    company.hosts,
    coalesce(place.name, c.place_text) AS place,
    concat_ws(':', c.plover_type, c.plover_mode) AS plover,
    told.tellings,
    coalesce(said.statements, 0) AS statements,
    a.publisher,
    a.title,
    a.published_on,
    a.url,
    substr(a.text, n.start_char + 1, n.end_char - n.start_char) AS sentence,
    c.start_char,
    c.score
FROM contacts AS c
JOIN articles AS a ON a.article_id = c.article_id
JOIN sentences AS n ON n.sentence_id = c.sentence_id
JOIN company ON company.contact_id = c.contact_id
JOIN told ON told.contact_id = c.contact_id
LEFT JOIN said ON said.contact_id = c.contact_id
LEFT JOIN entity_redirects AS moved ON moved.entity_id = c.place_entity_id
LEFT JOIN entities AS place ON place.entity_id = coalesce(moved.same_as, c.place_entity_id)
