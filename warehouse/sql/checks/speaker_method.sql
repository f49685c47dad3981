-- severity: fail
-- a statement without a speaker does not say why (unknown:...), or one with a speaker says unknown
SELECT statement_id, speaker_entity_id, speaker_method
FROM statements
WHERE (speaker_entity_id IS NULL) <> starts_with(speaker_method, 'unknown:')
