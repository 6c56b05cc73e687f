CREATE TABLE "porte_voix"."notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"action" uuid NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."changes" (
	"action" uuid PRIMARY KEY NOT NULL,
	"since" bigint NOT NULL,
	"was" text NOT NULL,
	"author" uuid,
	"after" uuid
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."feeds" (
	"person" uuid PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"sealed" text NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."mutes" (
	"person" uuid NOT NULL,
	"group" uuid NOT NULL,
	CONSTRAINT "mutes_person_group_pk" PRIMARY KEY("person","group")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."outcomes" (
	"action" uuid PRIMARY KEY NOT NULL,
	"people" integer,
	"tracts" integer,
	"doors" integer,
	"contacts" integer,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."reminders" (
	"person" uuid NOT NULL,
	"action" uuid NOT NULL,
	"kind" text NOT NULL,
	"due" bigint NOT NULL,
	"sent" bigint,
	CONSTRAINT "reminders_person_action_kind_pk" PRIMARY KEY("person","action","kind")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."wishes" (
	"person" uuid PRIMARY KEY NOT NULL,
	"leads" text NOT NULL,
	"quiet_from" smallint NOT NULL,
	"quiet_to" smallint NOT NULL,
	"digest" boolean NOT NULL,
	"platform" text
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."actions" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."actions" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD COLUMN "guests" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD COLUMN "turn" integer;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD COLUMN "confirm_by" bigint;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD COLUMN "came" boolean;--> statement-breakpoint
ALTER TABLE "porte_voix"."notes" ADD CONSTRAINT "notes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."notes" ADD CONSTRAINT "notes_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."changes" ADD CONSTRAINT "changes_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."feeds" ADD CONSTRAINT "feeds_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."mutes" ADD CONSTRAINT "mutes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."mutes" ADD CONSTRAINT "mutes_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."outcomes" ADD CONSTRAINT "outcomes_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."reminders" ADD CONSTRAINT "reminders_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."reminders" ADD CONSTRAINT "reminders_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."wishes" ADD CONSTRAINT "wishes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notes_person_action_index" ON "porte_voix"."notes" USING btree ("person","action");--> statement-breakpoint
CREATE INDEX "notes_action_index" ON "porte_voix"."notes" USING btree ("action");--> statement-breakpoint
CREATE INDEX "changes_since_index" ON "porte_voix"."changes" USING btree ("since");--> statement-breakpoint
CREATE INDEX "feeds_mark_index" ON "porte_voix"."feeds" USING btree ("mark");--> statement-breakpoint
CREATE INDEX "mutes_group_index" ON "porte_voix"."mutes" USING btree ("group");--> statement-breakpoint
CREATE INDEX "reminders_due_index" ON "porte_voix"."reminders" USING btree ("due") WHERE sent is null;--> statement-breakpoint
CREATE INDEX "reminders_action_index" ON "porte_voix"."reminders" USING btree ("action");--> statement-breakpoint
CREATE INDEX "answers_action_turn_index" ON "porte_voix"."answers" USING btree ("action","turn") WHERE turn is not null;--> statement-breakpoint
CREATE INDEX "answers_confirm_by_index" ON "porte_voix"."answers" USING btree ("confirm_by") WHERE confirm_by is not null;