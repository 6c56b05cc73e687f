CREATE SCHEMA IF NOT EXISTS "porte_voix";
--> statement-breakpoint
CREATE TABLE "porte_voix"."accounts" (
	"mark" text PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"platform" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed_door" text NOT NULL,
	"door_mark" text NOT NULL,
	"reachable" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text,
	"source_id" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"start" bigint NOT NULL,
	"end" bigint NOT NULL,
	"zone" text NOT NULL,
	"department" text,
	"venue_name" text,
	"venue_address" text,
	"venue_city" text,
	"venue_postal_code" text,
	"lat" double precision,
	"lon" double precision,
	"online" text,
	"state" text NOT NULL,
	"url" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"fingerprint" text NOT NULL,
	"changed" bigint NOT NULL,
	"yes" integer DEFAULT 0 NOT NULL,
	"maybe" integer DEFAULT 0 NOT NULL,
	"no" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."answers" (
	"person" uuid NOT NULL,
	"action" uuid NOT NULL,
	"answer" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "answers_person_action_pk" PRIMARY KEY("person","action")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."copies" (
	"mark" text PRIMARY KEY NOT NULL,
	"action" uuid NOT NULL,
	"platform" text NOT NULL,
	"address_mark" text NOT NULL,
	"reader" uuid,
	"sealed" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."dialogues" (
	"account_mark" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"kind" text NOT NULL,
	"certified" boolean NOT NULL,
	"active" boolean NOT NULL,
	"listed" boolean DEFAULT true NOT NULL,
	"department" text,
	"city" text,
	"postal_code" text,
	"lat" double precision,
	"lon" double precision,
	"precision" text,
	"url" text,
	"fingerprint" text NOT NULL,
	"seen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."imports" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."inbox" (
	"mark" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn" bigserial NOT NULL,
	"platform" text NOT NULL,
	"sealed_to" text NOT NULL,
	"address_mark" text NOT NULL,
	"reader" uuid,
	"lane" smallint NOT NULL,
	"sealed_content" text,
	"key_mark" text,
	"written" bigint NOT NULL,
	"due" bigint NOT NULL,
	"held" bigint,
	"tries" integer DEFAULT 0 NOT NULL,
	"closed" bigint,
	"fate" text,
	"why" text,
	"sealed_ref" text
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."memberships" (
	"person" uuid NOT NULL,
	"group" uuid NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "memberships_person_group_pk" PRIMARY KEY("person","group")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."organisers" (
	"action" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "organisers_action_rank_pk" PRIMARY KEY("action","rank")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sealed_name" text,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."accounts" ADD CONSTRAINT "accounts_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD CONSTRAINT "answers_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD CONSTRAINT "answers_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."copies" ADD CONSTRAINT "copies_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."memberships" ADD CONSTRAINT "memberships_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."memberships" ADD CONSTRAINT "memberships_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."organisers" ADD CONSTRAINT "organisers_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_person_index" ON "porte_voix"."accounts" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_source_source_id_index" ON "porte_voix"."actions" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "actions_end_index" ON "porte_voix"."actions" USING btree ("end");--> statement-breakpoint
CREATE INDEX "actions_department_end_index" ON "porte_voix"."actions" USING btree ("department","end");--> statement-breakpoint
CREATE INDEX "actions_lat_index" ON "porte_voix"."actions" USING btree ("lat");--> statement-breakpoint
CREATE INDEX "answers_action_index" ON "porte_voix"."answers" USING btree ("action");--> statement-breakpoint
CREATE INDEX "copies_action_index" ON "porte_voix"."copies" USING btree ("action");--> statement-breakpoint
CREATE INDEX "copies_address_mark_index" ON "porte_voix"."copies" USING btree ("address_mark");--> statement-breakpoint
CREATE INDEX "copies_reader_index" ON "porte_voix"."copies" USING btree ("reader");--> statement-breakpoint
CREATE INDEX "dialogues_until_index" ON "porte_voix"."dialogues" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_source_source_id_index" ON "porte_voix"."groups" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "groups_department_kind_index" ON "porte_voix"."groups" USING btree ("department","kind");--> statement-breakpoint
CREATE INDEX "groups_lat_index" ON "porte_voix"."groups" USING btree ("lat");--> statement-breakpoint
CREATE INDEX "inbox_at_index" ON "porte_voix"."inbox" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_key_mark_index" ON "porte_voix"."letters" USING btree ("key_mark") WHERE closed is null and held is null;--> statement-breakpoint
CREATE INDEX "letters_lane_turn_index" ON "porte_voix"."letters" USING btree ("lane","turn") WHERE closed is null;--> statement-breakpoint
CREATE INDEX "letters_address_mark_turn_index" ON "porte_voix"."letters" USING btree ("address_mark","turn") WHERE closed is null;--> statement-breakpoint
CREATE INDEX "letters_closed_index" ON "porte_voix"."letters" USING btree ("closed") WHERE closed is not null;--> statement-breakpoint
CREATE INDEX "letters_reader_index" ON "porte_voix"."letters" USING btree ("reader") WHERE reader is not null;--> statement-breakpoint
CREATE INDEX "memberships_group_index" ON "porte_voix"."memberships" USING btree ("group");--> statement-breakpoint
CREATE INDEX "organisers_source_source_id_index" ON "porte_voix"."organisers" USING btree ("source","source_id");