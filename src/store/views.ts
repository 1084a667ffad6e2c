/**
 * The contract's records as SQL views, current ones only, made anew after every migration (change
 * them together with one). Nested fields are JSON text. Plain SQLite: any client can read them.
 */
export const VIEWS = `
DROP VIEW IF EXISTS article;
DROP VIEW IF EXISTS sentence;
DROP VIEW IF EXISTS mention;
DROP VIEW IF EXISTS fact;
DROP VIEW IF EXISTS quarantine;
DROP VIEW IF EXISTS reprint;
DROP VIEW IF EXISTS claim;
DROP VIEW IF EXISTS current_result;
DROP VIEW IF EXISTS current_location;

CREATE VIEW current_location AS
SELECT document, json_group_array(json_object('path', path, 'item', item)) AS locations
FROM (
  SELECT document, path, item FROM locations
  WHERE run <= (SELECT max(id) FROM runs WHERE status = 'finished') AND to_run IS NULL
  ORDER BY document, path, item
)
GROUP BY document;

CREATE VIEW current_result AS
SELECT v.result, v.document, json_object(
  'path', l.locations ->> '$[0].path',
  'item', l.locations ->> '$[0].item',
  'sha256', d.sha256,
  'encoding', a.encoding,
  'bytes', d.bytes,
  'locations', json(l.locations)
) AS source
FROM validity v
JOIN documents d ON d.key = v.document
JOIN current_location l ON l.document = v.document
LEFT JOIN articles a ON a.result = v.result
WHERE v.to_run IS NULL;

CREATE VIEW article AS
SELECT a.id, r.source, a.title, a.published, a.publisher, a.author, a.editor, a.url, a.metadata,
  a.script, a.text, a.spans,
  (SELECT json_group_array(json_object(
      'start', e.value -> 0, 'end', e.value -> 1, 'text', e.value ->> 2,
      'rules', a.edit_rules -> (e.value ->> 3)))
   FROM json_each(a.edits) e) AS edits,
  a.dropped,
  (SELECT o.id FROM members o WHERE o.document = p.root) AS duplicateOf,
  (SELECT o.id FROM articles o JOIN validity w ON w.result = o.result
   WHERE o.url = a.url AND w.to_run IS NULL
     AND a.url GLOB 'http*://*/?*'
     AND (o.published IS NULL, ifnull(o.published, ''), o.id)
       < (a.published IS NULL, ifnull(a.published, ''), a.id)
   ORDER BY o.published IS NULL DESC, o.published DESC, o.id DESC LIMIT 1) AS earlier,
  p.similarity,
  CASE WHEN p.spun = 1
    THEN (SELECT json_group_array(flag) FROM (
      SELECT value AS flag FROM json_each(a.flags) UNION SELECT 'spun' ORDER BY flag))
    ELSE a.flags END AS flags
FROM current_result r JOIN articles a ON a.result = r.result
LEFT JOIN reprints p ON p.document = r.document AND p.to_run IS NULL;

CREATE VIEW reprint AS
SELECT m.id AS article, o.id AS root, p.similarity, p.spun, p.evidence
FROM reprints p
JOIN members m ON m.document = p.document
LEFT JOIN members o ON o.document = p.root
WHERE p.to_run IS NULL;

CREATE VIEW sentence AS
SELECT s.id, a.id AS article, s.position AS "index", s.text, s.spans
FROM validity v
JOIN articles a ON a.result = v.result
JOIN sentences s ON s.result = v.result
WHERE v.to_run IS NULL;

CREATE VIEW mention AS
SELECT m.id, a.id AS article, m.sentence, m.kind, m.text, m.spans, m.rule, m.entry,
  CASE WHEN m.kind NOT IN ('quantity', 'date') THEN m.value END AS entity,
  CASE WHEN m.kind = 'quantity' THEN m.value END AS quantity,
  CASE WHEN m.kind = 'date' THEN m.value END AS date
FROM validity v
JOIN articles a ON a.result = v.result
JOIN mentions m ON m.result = v.result
WHERE v.to_run IS NULL;

CREATE VIEW fact AS
SELECT f.id, a.id AS article, f.sentence, f.kind, f.rule, f.spans, f.roles, f.subject, f.metric,
  f.quantity, f.relation, f.object, f.event, f.time, f.modality, f.attribution
FROM validity v
JOIN articles a ON a.result = v.result
JOIN facts f ON f.result = v.result
WHERE v.to_run IS NULL;

CREATE VIEW claim AS
SELECT c.claim AS id, f.id AS fact, a.id AS article
FROM claims c
JOIN validity v ON v.result = c.result
JOIN articles a ON a.result = c.result
JOIN facts f ON f.result = c.result AND f.position = c.position
WHERE v.to_run IS NULL;

CREATE VIEW quarantine AS
SELECT r.source, f.stage, f.code, f.message
FROM current_result r JOIN failures f ON f.result = r.result
UNION ALL
SELECT json_object(
  'path', path, 'item', NULL, 'sha256', '', 'encoding', NULL, 'bytes', 0,
  'locations', json_array(json_object('path', path, 'item', NULL))
), 'ingest', code, message
FROM unreadable WHERE to_run IS NULL;
`
