CREATE TABLE "porte_voix"."drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"sealed" text NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"words" text NOT NULL,
	"wanted" integer NOT NULL,
	"start" bigint,
	"end" bigint
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."partners" (
	"action" uuid NOT NULL,
	"group" uuid NOT NULL,
	"state" text NOT NULL,
	"by" uuid,
	"at" bigint NOT NULL,
	CONSTRAINT "partners_action_group_pk" PRIMARY KEY("action","group")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."plans" (
	"action" uuid PRIMARY KEY NOT NULL,
	"group" uuid NOT NULL,
	"keeper" uuid,
	"series" uuid,
	"day" text,
	"apart" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."rides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" uuid NOT NULL,
	"person" uuid NOT NULL,
	"is" text NOT NULL,
	"seats" smallint NOT NULL,
	"sealed" text NOT NULL,
	"offer" uuid,
	"agreed" boolean DEFAULT false NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group" uuid NOT NULL,
	"keeper" uuid,
	"rule" text NOT NULL,
	"template" text NOT NULL,
	"made" text NOT NULL,
	"ended" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."takers" (
	"need" uuid NOT NULL,
	"person" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "takers_need_person_pk" PRIMARY KEY("need","person")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."actions" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."actions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."drafts" ADD CONSTRAINT "drafts_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."needs" ADD CONSTRAINT "needs_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."partners" ADD CONSTRAINT "partners_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."partners" ADD CONSTRAINT "partners_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."partners" ADD CONSTRAINT "partners_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."plans" ADD CONSTRAINT "plans_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."plans" ADD CONSTRAINT "plans_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."plans" ADD CONSTRAINT "plans_keeper_people_id_fk" FOREIGN KEY ("keeper") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."plans" ADD CONSTRAINT "plans_series_series_id_fk" FOREIGN KEY ("series") REFERENCES "porte_voix"."series"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."rides" ADD CONSTRAINT "rides_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."rides" ADD CONSTRAINT "rides_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."series" ADD CONSTRAINT "series_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."series" ADD CONSTRAINT "series_keeper_people_id_fk" FOREIGN KEY ("keeper") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."takers" ADD CONSTRAINT "takers_need_needs_id_fk" FOREIGN KEY ("need") REFERENCES "porte_voix"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."takers" ADD CONSTRAINT "takers_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_person_index" ON "porte_voix"."drafts" USING btree ("person");--> statement-breakpoint
CREATE INDEX "drafts_until_index" ON "porte_voix"."drafts" USING btree ("until");--> statement-breakpoint
CREATE INDEX "needs_action_index" ON "porte_voix"."needs" USING btree ("action");--> statement-breakpoint
CREATE INDEX "partners_group_index" ON "porte_voix"."partners" USING btree ("group");--> statement-breakpoint
CREATE INDEX "plans_group_index" ON "porte_voix"."plans" USING btree ("group");--> statement-breakpoint
CREATE INDEX "plans_keeper_index" ON "porte_voix"."plans" USING btree ("keeper");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_series_day_index" ON "porte_voix"."plans" USING btree ("series","day");--> statement-breakpoint
CREATE UNIQUE INDEX "rides_action_person_index" ON "porte_voix"."rides" USING btree ("action","person");--> statement-breakpoint
CREATE INDEX "rides_person_index" ON "porte_voix"."rides" USING btree ("person");--> statement-breakpoint
CREATE INDEX "rides_offer_index" ON "porte_voix"."rides" USING btree ("offer");--> statement-breakpoint
CREATE INDEX "series_ended_made_index" ON "porte_voix"."series" USING btree ("ended","made");--> statement-breakpoint
CREATE INDEX "takers_person_index" ON "porte_voix"."takers" USING btree ("person");