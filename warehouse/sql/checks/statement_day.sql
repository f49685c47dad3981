-- severity: fail
-- a statement has days of an unknown basis, or a basis of days that it does not have
SELECT statement_id, said_on_start, said_on_end, said_on_basis
FROM statements
WHERE (said_on_basis = 'unknown' AND said_on_start IS NOT NULL)
    OR (said_on_basis NOT IN ('unknown', 'published') AND said_on_start IS NULL)
