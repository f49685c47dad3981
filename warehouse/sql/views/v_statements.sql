-- Who said what: every statement with its speaker, its words and the article that reports it.
-- grain: one row per statement
-- statement_id: The statement: statements.statement_id.
-- article_id: The article that reports it: articles.article_id.
-- said_on: First day on which it can have been said. NULL: unknown.
-- said_on_end: Last such day, inclusive. NULL: unknown.
-- said_on_basis: What tells the day: explicit, inherited, dateline, published or unknown.
-- said_on_score: The chance that the day, or that none is told, is right, 0 to 1. NULL: the article
--    has no day.
-- speaker: Usual name of who the source is; of the first, where several speak together. NULL: not
--    found out; speaker_method says why.
-- speaker_entity_id: Who the source is, by the id that redirects lead to: v_entities.entity_id.
--    NULL: not found out.
-- speaker_method: The rule that found the speaker; unknown:<why> where none did.
-- source: The words that name who speaks, first piece to last. NULL: the statement has no source.
-- cue: The reporting expression, first piece to last. NULL: the statement has no cue.
-- cue_class: What kind of act the cue reports (say, deny, promise). NULL: no cue, or not a listed
--    one.
-- statement_kind: What the cue says happened: speech, thought, intention, perception or document.
-- speech_type: direct (the source's own words), indirect, or mixed.
-- negated: Whether the act is denied (did not say, declined to comment).
-- modality: How far the act is a fact: asserted, possible, future, hypothetical, necessary or
--    question. NULL: no cue, or one without a word.
-- content: The words attributed to the source; where they stand in several pieces (around the cue,
--    say), the pieces joined by ' [...] '.
-- addressee: Who it was said to: the usual name where it is known, else as written. NULL: nobody
--    is named.
-- about: Usual names of those that the content mentions or that it is aimed at, joined by '; '.
--    NULL: none is known.
-- channel: Through whom it came (told TASS, quoted by Reuters): usual names, else as written,
--    joined by '; '. NULL: not told.
-- inside_statement_id: The statement whose content it is part of. NULL: the article's own.
-- contact_id: The contact that it was made on: contacts.contact_id. NULL: not told.
-- publisher: The outlet. NULL: not given.
-- title: The article's headline. NULL: not given.
-- published_on: Day of publication. NULL: unknown.
-- url: Where the article was published. NULL: not given.
-- sentence: The sentence of the cue, in full.
-- cue_start: Where the cue begins: 0-based, in code points of articles.text; the content where
--    there is no cue. Orders the statements of an article.
-- score: The chance that cue, content and source are right, 0 to 1.
SELECT
    s.statement_id,
    s.article_id,
    s.said_on_start AS said_on,
    s.said_on_end,
    s.said_on_basis,
    s.said_on_score,
    speaker.name AS speaker,
    coalesce(spoken.same_as, s.speaker_entity_id) AS speaker_entity_id,
    s.speaker_method,
    s.source_text AS source,
    s.cue_text AS cue,
    s.cue_class,
    s.statement_kind,
    s.speech_type,
    s.negated,
    s.modality,
    coalesce(split.content, s.content_text) AS content,
    coalesce(addressee.name, s.addressee_text) AS addressee,
    subjects.about,
    through.channel,
    s.inside_statement_id,
    s.contact_id,
    a.publisher,
    a.title,
    a.published_on,
    a.url,
    substr(a.text, n.start_char + 1, n.end_char - n.start_char) AS sentence,
    coalesce(s.cue_start, s.content_start) AS cue_start,
    s.score
FROM statements AS s
JOIN articles AS a ON a.article_id = s.article_id
JOIN sentences AS n ON n.sentence_id = s.sentence_id
LEFT JOIN (
    SELECT
        p.statement_id,
        string_agg(
            substr(b.text, p.start_char + 1, p.end_char - p.start_char),
            ' [...] ' ORDER BY p.piece_no
        ) AS content
    FROM statement_spans AS p
    JOIN statements AS t ON t.statement_id = p.statement_id
    JOIN articles AS b ON b.article_id = t.article_id
    WHERE p.part = 'content'
    GROUP BY p.statement_id
    HAVING count(*) > 1
) AS split ON split.statement_id = s.statement_id
LEFT JOIN (
    SELECT t.statement_id, string_agg(DISTINCT e.name, '; ' ORDER BY e.name) AS about
    FROM statement_entities AS t
    LEFT JOIN entity_redirects AS d ON d.entity_id = t.entity_id
    JOIN entities AS e ON e.entity_id = coalesce(d.same_as, t.entity_id)
    WHERE t.role IN ('target', 'object')
    GROUP BY t.statement_id
) AS subjects ON subjects.statement_id = s.statement_id
LEFT JOIN (
    SELECT p.statement_id, string_agg(coalesce(e.name, p.text), '; ' ORDER BY p.party_no) AS channel
    FROM statement_parties AS p
    LEFT JOIN entity_redirects AS d ON d.entity_id = p.entity_id
    LEFT JOIN entities AS e ON e.entity_id = coalesce(d.same_as, p.entity_id)
    WHERE p.role = 'channel'
    GROUP BY p.statement_id
) AS through ON through.statement_id = s.statement_id
LEFT JOIN entity_redirects AS spoken ON spoken.entity_id = s.speaker_entity_id
LEFT JOIN entity_redirects AS told ON told.entity_id = s.addressee_entity_id
LEFT JOIN entities AS speaker
    ON speaker.entity_id = coalesce(spoken.same_as, s.speaker_entity_id)
LEFT JOIN entities AS addressee
    ON addressee.entity_id = coalesce(told.same_as, s.addressee_entity_id)
