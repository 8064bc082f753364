-- +goose Up
-- Templates that an organisation has copied and made its own, and the steps of a matter that started from one.
CREATE TABLE process_templates (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name        text NOT NULL CONSTRAINT process_templates_name CHECK (btrim(name) <> '' AND char_length(name) <= 100),
	body        jsonb NOT NULL,                       -- steps, papers and risks
	copied_from text NOT NULL,                        -- what it was copied from: our key, or the number of another
	created_by  bigint NOT NULL,
	created_at  timestamptz NOT NULL,
	updated_by  bigint NOT NULL,
	updated_at  timestamptz NOT NULL,
	retired_at  timestamptz,                          -- not offered any longer
	version     integer NOT NULL DEFAULT 1,
	CONSTRAINT process_templates_org_key UNIQUE (org_id, id),
	CONSTRAINT process_templates_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id),
	CONSTRAINT process_templates_editor_fkey FOREIGN KEY (org_id, updated_by) REFERENCES people (org_id, id)
);
SELECT tenant_table('process_templates', 'SELECT, INSERT, UPDATE');

ALTER TABLE matters ADD COLUMN template text NOT NULL DEFAULT ''; -- what the matter started from: our key, or a number

CREATE TABLE matter_steps (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id  bigint NOT NULL,
	position   integer NOT NULL,
	step       jsonb NOT NULL,                        -- as the template had it: title, kind, forum, days, text, questions
	group_id   bigint,
	planned_on date NOT NULL,
	unmet      boolean NOT NULL DEFAULT false,        -- it needs a meeting, and none was planned in time
	done_at    timestamptz,                           -- ticked by somebody; what the system sees for itself is not kept
	done_by    bigint,
	CONSTRAINT matter_steps_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_steps_position_key UNIQUE (org_id, matter_id, position),
	CONSTRAINT matter_steps_done_whole CHECK ((done_at IS NULL) = (done_by IS NULL)),
	CONSTRAINT matter_steps_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_steps_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT matter_steps_doer_fkey FOREIGN KEY (org_id, done_by) REFERENCES people (org_id, id)
);
SELECT tenant_table('matter_steps', 'SELECT, INSERT, UPDATE');

-- +goose Down
DROP TABLE matter_steps, process_templates;
ALTER TABLE matters DROP COLUMN template;
