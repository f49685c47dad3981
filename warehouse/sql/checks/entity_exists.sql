-- severity: fail
-- something refers to an entity that is not there, or that has no type
WITH referred AS (
    SELECT 'mentions' AS table_name, mention_id AS row_id, entity_id FROM mentions
    UNION ALL
    SELECT 'aliases', alias, entity_id FROM aliases
    UNION ALL
    SELECT 'statements', statement_id, speaker_entity_id FROM statements
    UNION ALL
    SELECT 'statements', statement_id, addressee_entity_id FROM statements
    UNION ALL
    SELECT 'statement_speakers', statement_id, entity_id FROM statement_speakers
    UNION ALL
    SELECT 'contacts', contact_id, place_entity_id FROM contacts
    UNION ALL
    SELECT 'contact_participants', contact_id, entity_id FROM contact_participants
    UNION ALL
    SELECT 'entity_redirects', entity_id, entity_id FROM entity_redirects
)
SELECT r.table_name, r.row_id, r.entity_id
FROM referred AS r
LEFT JOIN entities AS e ON e.entity_id = r.entity_id
WHERE r.entity_id IS NOT NULL AND e.entity_type IS NULL
