-- +goose Up
-- When union and safety representatives can meet, published by themselves. No reasons, and nothing of what union time is
-- used for (FML 3-4 §§). Either every week on a weekday, as long as it holds, or on one day.
CREATE TABLE union_slots (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id   bigint NOT NULL,
	weekday     smallint CONSTRAINT union_slots_weekday CHECK (weekday BETWEEN 1 AND 7), -- Monday is 1; NULL: on one day, valid_from
	from_time   time NOT NULL,
	until_time  time NOT NULL,
	valid_from  date NOT NULL,
	valid_until date,                                 -- last day; NULL: until further notice
	created_at  timestamptz NOT NULL,
	CONSTRAINT union_slots_org_key UNIQUE (org_id, id),
	CONSTRAINT union_slots_times_in_order CHECK (until_time > from_time),
	CONSTRAINT union_slots_dates_in_order CHECK (CASE WHEN weekday IS NULL THEN valid_until IS NOT DISTINCT FROM valid_from ELSE valid_until IS NULL OR valid_until >= valid_from END),
	CONSTRAINT union_slots_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX union_slots_person ON union_slots (org_id, person_id);

-- The organisation's school breaks, which series may avoid.
CREATE TABLE school_breaks (
	org_id   bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name     text NOT NULL CONSTRAINT school_breaks_name_filled CHECK (btrim(name) <> '' AND char_length(name) <= 100),
	first_on date NOT NULL,
	last_on  date NOT NULL,
	CONSTRAINT school_breaks_org_key UNIQUE (org_id, id),
	CONSTRAINT school_breaks_dates_in_order CHECK (last_on >= first_on AND last_on <= first_on + 120)
);
CREATE INDEX school_breaks_first ON school_breaks (org_id, first_on);

-- The årshjul's standing themes: of the whole organisation, of one group or of one unit's APT. A group or unit with rows
-- of its own follows those alone, removed ones included; one without follows the organisation's.
CREATE TABLE year_themes (
	org_id   bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id bigint,
	unit_id  bigint,
	month    smallint NOT NULL CONSTRAINT year_themes_month CHECK (month BETWEEN 1 AND 12),
	title    text NOT NULL CONSTRAINT year_themes_title_filled CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	class    text NOT NULL CONSTRAINT year_themes_class CHECK (class IN ('standing', 'information', 'early_dialogue', 'before_decision', 'follow_up')),
	removed  boolean NOT NULL DEFAULT false,
	CONSTRAINT year_themes_org_key UNIQUE (org_id, id),
	CONSTRAINT year_themes_one_place CHECK (num_nonnulls(group_id, unit_id) <= 1),
	CONSTRAINT year_themes_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT year_themes_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id)
);
CREATE INDEX year_themes_group ON year_themes (org_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX year_themes_unit ON year_themes (org_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE UNIQUE INDEX year_themes_once ON year_themes (org_id, coalesce(group_id, 0), coalesce(unit_id, 0), month, lower(title));

-- How often a group, or a unit's APT, meets: every n:th week, the n:th weekday of every n:th month, or a day of the month.
CREATE TABLE meeting_series (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id    bigint,
	unit_id     bigint,
	kind        text NOT NULL CONSTRAINT meeting_series_kind CHECK (kind IN ('weeks', 'month_weekday', 'month_day')),
	every       smallint NOT NULL DEFAULT 1 CONSTRAINT meeting_series_every CHECK (every BETWEEN 1 AND 26),
	weekday     smallint CONSTRAINT meeting_series_weekday CHECK (weekday BETWEEN 1 AND 5),
	nth         smallint CONSTRAINT meeting_series_nth CHECK (nth BETWEEN 1 AND 5),        -- 5: the last
	month_day   smallint CONSTRAINT meeting_series_month_day CHECK (month_day BETWEEN 1 AND 31),
	from_time   time NOT NULL,
	minutes     smallint NOT NULL CONSTRAINT meeting_series_minutes CHECK (minutes BETWEEN 15 AND 480),
	place       text NOT NULL DEFAULT '' CONSTRAINT meeting_series_place_length CHECK (char_length(place) <= 200),
	valid_from  date NOT NULL,                        -- weeks are counted from the week of this day
	valid_until date,
	skip_weeks  smallint[] NOT NULL DEFAULT '{}',     -- ISO weeks without a meeting
	on_day_off  text NOT NULL DEFAULT 'move' CONSTRAINT meeting_series_on_day_off CHECK (on_day_off IN ('move', 'skip')),
	breaks      boolean NOT NULL DEFAULT true,        -- school breaks are avoided as days off are
	created_by  bigint NOT NULL,
	created_at  timestamptz NOT NULL,
	version     integer NOT NULL DEFAULT 1,
	CONSTRAINT meeting_series_org_key UNIQUE (org_id, id),
	CONSTRAINT meeting_series_one_place CHECK (num_nonnulls(group_id, unit_id) = 1),
	CONSTRAINT meeting_series_rule CHECK (CASE kind WHEN 'weeks' THEN weekday IS NOT NULL WHEN 'month_weekday' THEN weekday IS NOT NULL AND nth IS NOT NULL ELSE month_day IS NOT NULL END),
	CONSTRAINT meeting_series_dates_in_order CHECK (valid_until IS NULL OR valid_until >= valid_from),
	CONSTRAINT meeting_series_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT meeting_series_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT meeting_series_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE INDEX meeting_series_group ON meeting_series (org_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX meeting_series_unit ON meeting_series (org_id, unit_id) WHERE unit_id IS NOT NULL;

-- One publishing of a plan: what its mails tell of.
CREATE TABLE year_publications (
	org_id       bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id     bigint,
	unit_id      bigint,
	meetings     integer NOT NULL CONSTRAINT year_publications_some CHECK (meetings > 0),
	first_at     timestamptz NOT NULL,
	last_at      timestamptz NOT NULL,
	reason       text NOT NULL DEFAULT '',            -- why although clashes were shown
	published_by bigint NOT NULL,
	published_at timestamptz NOT NULL,
	CONSTRAINT year_publications_org_key UNIQUE (org_id, id),
	CONSTRAINT year_publications_one_place CHECK (num_nonnulls(group_id, unit_id) = 1),
	CONSTRAINT year_publications_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT year_publications_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT year_publications_author_fkey FOREIGN KEY (org_id, published_by) REFERENCES people (org_id, id)
);

-- A date that is not in anybody's calendar yet: adjusted, dropped, or published as a meeting or an APT.
CREATE TABLE planned_dates (
	org_id         bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id       bigint,
	unit_id        bigint,
	series_id      bigint,                            -- NULL: put in by hand
	rule_date      date,                              -- the day that the series' rule gave, before any moving
	starts_at      timestamptz NOT NULL,
	ends_at        timestamptz NOT NULL,
	place          text NOT NULL DEFAULT '' CONSTRAINT planned_dates_place_length CHECK (char_length(place) <= 200),
	status         text NOT NULL DEFAULT 'draft' CONSTRAINT planned_dates_status CHECK (status IN ('draft', 'dropped', 'published')),
	publication_id bigint,
	meeting_id     bigint,
	apt_id         bigint,
	version        integer NOT NULL DEFAULT 1,
	CONSTRAINT planned_dates_org_key UNIQUE (org_id, id),
	CONSTRAINT planned_dates_one_place CHECK (num_nonnulls(group_id, unit_id) = 1),
	CONSTRAINT planned_dates_times_in_order CHECK (ends_at > starts_at),
	CONSTRAINT planned_dates_published CHECK ((status = 'published') = (publication_id IS NOT NULL) AND (status = 'published') = (num_nonnulls(meeting_id, apt_id) = 1)),
	CONSTRAINT planned_dates_rule_date CHECK (series_id IS NULL OR rule_date IS NOT NULL),
	CONSTRAINT planned_dates_rule_once UNIQUE (org_id, series_id, rule_date),
	CONSTRAINT planned_dates_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT planned_dates_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT planned_dates_series_fkey FOREIGN KEY (org_id, series_id) REFERENCES meeting_series (org_id, id) ON DELETE SET NULL (series_id),
	CONSTRAINT planned_dates_publication_fkey FOREIGN KEY (org_id, publication_id) REFERENCES year_publications (org_id, id),
	CONSTRAINT planned_dates_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id)
);
CREATE INDEX planned_dates_group ON planned_dates (org_id, group_id, starts_at) WHERE group_id IS NOT NULL;
CREATE INDEX planned_dates_unit ON planned_dates (org_id, unit_id, starts_at) WHERE unit_id IS NOT NULL;

-- Who sits with whom, and who uses which room: what clashes are looked for in.
CREATE INDEX meetings_ends ON meetings (org_id, ends_at) WHERE status <> 'cancelled';

-- A safety committee meets at least every third month (AMF 8a §); when to warn is the agreement's.
ALTER TABLE agreements
	ADD COLUMN safety_gap_months integer NOT NULL DEFAULT 3 CONSTRAINT agreements_safety_gap CHECK (safety_gap_months BETWEEN 1 AND 3),
	ADD COLUMN safety_warn_days integer NOT NULL DEFAULT 75 CONSTRAINT agreements_safety_warn CHECK (safety_warn_days BETWEEN 14 AND 90);

SELECT tenant_table('union_slots', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('school_breaks', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('year_themes', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('meeting_series', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('year_publications', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('planned_dates', 'SELECT, INSERT, UPDATE, DELETE');
REVOKE UPDATE, DELETE ON year_publications FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
ALTER TABLE agreements DROP COLUMN safety_warn_days, DROP COLUMN safety_gap_months;
DROP INDEX meetings_ends;
DROP TABLE planned_dates, year_publications, meeting_series, year_themes, school_breaks, union_slots;
