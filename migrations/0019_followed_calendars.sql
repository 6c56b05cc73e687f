CREATE TABLE "porte_voix"."followed_calendars" (
	"path" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"next" bigint NOT NULL,
	"read" bigint,
	"skipped" smallint NOT NULL,
	"etag" text,
	"modified" text
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."followed_items" (
	"path" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"start" bigint NOT NULL,
	"end" bigint NOT NULL,
	"print" text NOT NULL,
	CONSTRAINT "followed_items_path_source_id_pk" PRIMARY KEY("path","source_id")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group" uuid NOT NULL,
	"path" text NOT NULL,
	"since" bigint NOT NULL,
	"by" uuid,
	CONSTRAINT "follows_once" UNIQUE("group","path")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."followed_items" ADD CONSTRAINT "followed_items_path_followed_calendars_path_fk" FOREIGN KEY ("path") REFERENCES "porte_voix"."followed_calendars"("path") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."follows" ADD CONSTRAINT "follows_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."follows" ADD CONSTRAINT "follows_path_followed_calendars_path_fk" FOREIGN KEY ("path") REFERENCES "porte_voix"."followed_calendars"("path") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."follows" ADD CONSTRAINT "follows_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "followed_calendars_next_index" ON "porte_voix"."followed_calendars" USING btree ("next");--> statement-breakpoint
CREATE INDEX "followed_items_source_source_id_index" ON "porte_voix"."followed_items" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "follows_path_index" ON "porte_voix"."follows" USING btree ("path");