-- severity: fail
-- a loaded file has no articles, a file of another status has some, or a rejected one no reject
SELECT f.file_id, f.status
FROM files AS f
WHERE (f.status = 'loaded') <> (f.file_id IN (SELECT file_id FROM articles))
    OR (f.status = 'rejected' AND f.file_id NOT IN (SELECT file_id FROM rejects))
