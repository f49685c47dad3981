-- severity: fail
-- a cue does not lie in its statement's sentence, or a statement without one does not begin in it
SELECT s.statement_id, s.article_id, s.sentence_id, s.cue_start, s.cue_end, s.content_start
FROM statements AS s
LEFT JOIN sentences AS n ON n.sentence_id = s.sentence_id AND n.article_id = s.article_id
WHERE n.sentence_id IS NULL
    OR coalesce(s.cue_start, s.content_start) < n.start_char
    OR coalesce(s.cue_end, s.content_start + 1) > n.end_char
