CREATE TABLE "porte_voix"."links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group" uuid,
	"platform" text NOT NULL,
	"address_mark" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed_title" text NOT NULL,
	"since" bigint NOT NULL,
	"by" uuid,
	"trouble" text,
	"announcements" boolean NOT NULL,
	"actions" boolean NOT NULL,
	"agenda" boolean NOT NULL,
	"reminders" boolean NOT NULL,
	"silent" boolean NOT NULL,
	"pinned" boolean NOT NULL,
	"from_hour" smallint NOT NULL,
	"to_hour" smallint NOT NULL,
	"day" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"agenda_sent" bigint,
	CONSTRAINT "links_addressMark_unique" UNIQUE("address_mark")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."links" ADD CONSTRAINT "links_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."links" ADD CONSTRAINT "links_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_group_index" ON "porte_voix"."links" USING btree ("group");