/** Marks a SQLite file as a ledger ("HSAY"); version of the tables. */
export const APPLICATION_ID = 0x48534159
export const SCHEMA_VERSION = 1

/**
 * The tables. What was said (archive, report, retrieval, reading, claim), what people said of it (judgement with `at`, correction), and
 * what follows from both and can be made again (likeness, block, the program's judgements, incident).
 */
export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The bytes as they came.
CREATE TABLE archive (sha256 TEXT PRIMARY KEY, encoding TEXT NOT NULL, bytes BLOB NOT NULL);

CREATE TABLE report (
  n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, outlet TEXT, published TEXT, published_by TEXT,
  headline TEXT, url TEXT, text TEXT NOT NULL,
  settled INTEGER NOT NULL DEFAULT 0,         -- whether its claims are joined into incidents
  like_kind TEXT, like_of INTEGER             -- the earliest report that it copies, updates or repeats
);
CREATE INDEX report_id ON report (id);
CREATE INDEX report_day ON report (published, key);
CREATE INDEX report_unsettled ON report (n) WHERE settled = 0;

-- When and from where a report came; map: offsets of the text in the archived bytes (JSON).
CREATE TABLE retrieval (
  report INTEGER NOT NULL, sha256 TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, map TEXT,
  PRIMARY KEY (report, sha256)
) WITHOUT ROWID;

-- Runs of the reader; the claims of one that was replaced are kept in record (JSON).
CREATE TABLE reading (
  n INTEGER PRIMARY KEY, report INTEGER NOT NULL, reader TEXT NOT NULL, knowledge TEXT NOT NULL, at TEXT NOT NULL,
  notes TEXT NOT NULL, claims INTEGER NOT NULL, record TEXT
);
CREATE INDEX reading_report ON reading (report);

CREATE TABLE claim (
  n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, report INTEGER NOT NULL, anchor TEXT NOT NULL, trigger_start INTEGER NOT NULL,
  told TEXT NOT NULL,                         -- order of telling: day of publication, report, place in it
  sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  wrong INTEGER NOT NULL DEFAULT 0,           -- whether a person says so
  type TEXT NOT NULL, actual INTEGER NOT NULL, negative INTEGER NOT NULL, background INTEGER NOT NULL,
  day_from TEXT, day_to TEXT, lat REAL, lon REAL, places TEXT NOT NULL, sources TEXT NOT NULL,
  teller TEXT NOT NULL,                       -- the party that tells it
  source TEXT NOT NULL,                       -- the innermost source's name
  incident INTEGER, copy_of INTEGER, first_told INTEGER, passage_start INTEGER, passage_end INTEGER
);
-- What is long of a claim, apart so that lists are quick; record: as read, mended: what a person changed (JSON).
CREATE TABLE claim_text (claim INTEGER PRIMARY KEY, record TEXT NOT NULL, sentence TEXT NOT NULL, mended TEXT);
CREATE INDEX claim_told ON claim (told);
CREATE INDEX claim_report ON claim (report, trigger_start);
CREATE INDEX claim_incident ON claim (incident);
CREATE INDEX claim_copy ON claim (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX claim_type ON claim (type, day_from);
CREATE INDEX claim_day ON claim (day_from);
-- Holds all that the list of sources counts.
CREATE INDEX claim_source ON claim (teller, source, wrong, copy_of, first_told, negative, report, incident, type, day_from, day_to);

-- Who acts, is acted upon and tells; party: as the sides of the ledger have it.
CREATE TABLE claim_party (claim INTEGER NOT NULL, role TEXT NOT NULL, party TEXT NOT NULL, PRIMARY KEY (claim, role, party)) WITHOUT ROWID;
CREATE INDEX claim_party_party ON claim_party (party, role, claim);

CREATE TABLE fingerprint (
  hash INTEGER NOT NULL, report INTEGER NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (hash, report)
) WITHOUT ROWID;
CREATE INDEX fingerprint_report ON fingerprint (report);

CREATE TABLE likeness (
  report INTEGER NOT NULL, of INTEGER NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL, passages TEXT NOT NULL,
  PRIMARY KEY (report, of)
) WITHOUT ROWID;

-- key: hash of a key under which a claim is looked for.
CREATE TABLE block (key INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, claim)) WITHOUT ROWID;
CREATE INDEX block_claim ON block (claim);

-- at is null for the program's judgements.
CREATE TABLE judgement (
  n INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, verdict TEXT NOT NULL, score REAL, by TEXT NOT NULL, at TEXT,
  reasons TEXT NOT NULL, undone TEXT
);
CREATE INDEX judgement_a ON judgement (a);
CREATE INDEX judgement_b ON judgement (b);

CREATE TABLE correction (
  n INTEGER PRIMARY KEY, claim INTEGER NOT NULL, verdict TEXT NOT NULL, changes TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  note TEXT NOT NULL, undone TEXT
);
CREATE INDEX correction_claim ON correction (claim);

CREATE TABLE incident (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, status TEXT NOT NULL, day_from TEXT, day_to TEXT,
  lat REAL, lon REAL, reports INTEGER NOT NULL, contested INTEGER NOT NULL, admitted INTEGER NOT NULL, denied INTEGER NOT NULL,
  background INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE INDEX incident_day ON incident (day_from IS NULL, day_from, id);

-- Claims whose incident must be made anew.
CREATE TABLE unjoined (claim INTEGER PRIMARY KEY);

-- What was asked of an address before, for conditional requests.
CREATE TABLE visit (url TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_words USING fts5 (sentence, content='', contentless_delete=1);
CREATE VIRTUAL TABLE report_words USING fts5 (text, content='', contentless_delete=1);
`
