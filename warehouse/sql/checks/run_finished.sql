-- severity: fail
-- a run is not finished
SELECT run_id, started_at, finished_at, status
FROM runs
WHERE finished_at IS NULL OR status <> 'published'
