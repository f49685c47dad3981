-- severity: fail
-- a statement's contact is another article's, or did not happen, or its speakers take no part in it
SELECT s.statement_id, s.contact_id
FROM statements AS s
LEFT JOIN contacts AS c ON c.contact_id = s.contact_id
WHERE s.contact_id IS NOT NULL
    AND (
        c.article_id IS DISTINCT FROM s.article_id
        OR c.status <> 'happened'
        OR NOT EXISTS (
            SELECT 1
            FROM statement_speakers AS k
            JOIN contact_participants AS p ON p.entity_id = k.entity_id
            WHERE k.statement_id = s.statement_id AND p.contact_id = s.contact_id
        )
    )
