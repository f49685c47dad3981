-- severity: fail
-- a contact's last day is before its first, or its days and their basis do not go together
SELECT contact_id, starts_on, ends_on, day_basis
FROM contacts
WHERE ends_on < starts_on
    OR (day_basis = 'unknown') <> (starts_on IS NULL)
    OR (starts_on IS NULL) <> (ends_on IS NULL)
