-- Day by day what somebody said and whom they met: the statements and contacts of each entity.
-- grain: one row per statement and speaker, and per contact and participant
-- entity_id: Who spoke or took part, redirects followed.
-- entity: Their usual name.
-- day: First day on which it can have been, or is to be. NULL: unknown.
-- last_day: Last such day, inclusive. NULL: unknown.
-- day_basis: What tells the day: explicit, inherited, dateline, published or unknown.
-- event: statement or contact.
-- kind: The class of a statement's cue (say, deny, promise), NULL without a listed one; the type of
--    a contact (meet, visit, host).
-- status: How far it is a fact. Of a statement its modality, denied where it is negated, NULL
--    without a cue; of a contact happened, planned, possible, cancelled or denied.
-- others: To whom a statement is made, the first as in v_statements; the other participants of a
--    contact, joined by '; '. NULL: nobody is named.
-- text: What was said; of a contact the sentence that tells of it.
-- statement_id: The statement: statements.statement_id. NULL: a contact.
-- contact_id: The contact, or the one that the statement was made on: contacts.contact_id. NULL:
--    none.
-- article_id: The article that tells of it: articles.article_id.
-- publisher: The outlet. NULL: not given.
-- published_on: Day of publication. NULL: unknown.
-- start_char: Where the words that tell of it begin: 0-based, in code points of articles.text.
WITH final AS (
    SELECT e.entity_id, coalesce(d.same_as, e.entity_id) AS final_id
    FROM entities AS e
    LEFT JOIN entity_redirects AS d ON d.entity_id = e.entity_id
),

who AS (
    SELECT f.entity_id, e.entity_id AS final_id, e.name
    FROM final AS f
    JOIN entities AS e ON e.entity_id = f.final_id
),

company AS (
    SELECT
        p.contact_id,
        p.rank,
        coalesce(w.name, m.text) AS name,
        coalesce(w.final_id, p.mention_id) AS actor
    FROM contact_participants AS p
    JOIN mentions AS m ON m.mention_id = p.mention_id
    LEFT JOIN who AS w ON w.entity_id = p.entity_id
),

met AS (
    SELECT
        one.contact_id,
        one.actor,
        string_agg(DISTINCT other.name, '; ' ORDER BY other.name) AS others
    FROM company AS one
    LEFT JOIN company AS other
        ON other.contact_id = one.contact_id AND other.actor <> one.actor
    GROUP BY one.contact_id, one.actor
)

SELECT DISTINCT
    w.final_id AS entity_id,
    w.name AS entity,
    v.said_on AS day,
    s.said_on_end AS last_day,
    s.said_on_basis AS day_basis,
    'statement' AS event,
    s.cue_class AS kind,
    CASE WHEN s.negated THEN 'denied' ELSE s.modality END AS status,
    v.addressee AS others,
    v.content AS text,
    s.statement_id,
    s.contact_id,
    s.article_id,
    v.publisher,
    v.published_on,
    v.cue_start AS start_char
FROM statements AS s
JOIN v_statements AS v ON v.statement_id = s.statement_id
JOIN statement_speakers AS k ON k.statement_id = s.statement_id
JOIN who AS w ON w.entity_id = k.entity_id
UNION ALL
SELECT
    w.entity_id,
    w.name,
    v.day,
    v.last_day,
    v.day_basis,
    'contact',
    v.contact_type,
    v.status,
    met.others,
    v.sentence,
    NULL,
    v.contact_id,
    v.article_id,
    v.publisher,
    v.published_on,
    v.start_char
FROM v_contacts AS v
JOIN met ON met.contact_id = v.contact_id
JOIN entities AS w ON w.entity_id = met.actor
