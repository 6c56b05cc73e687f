CREATE TABLE "porte_voix"."pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"drawing" text NOT NULL,
	"made" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."votes" (
	"announcement" uuid NOT NULL,
	"person" uuid NOT NULL,
	"choice" smallint NOT NULL,
	CONSTRAINT "votes_announcement_person_pk" PRIMARY KEY("announcement","person")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "sealed_poll" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "poll_ends" bigint;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "poll_totals" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "picture" uuid;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "sealed_alt" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "filter" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "beside" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "beside_start" bigint;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "beside_end" bigint;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "privately" uuid;--> statement-breakpoint
ALTER TABLE "porte_voix"."people" ADD COLUMN "news" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."votes" ADD CONSTRAINT "votes_announcement_announcements_id_fk" FOREIGN KEY ("announcement") REFERENCES "porte_voix"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."votes" ADD CONSTRAINT "votes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pictures_made_index" ON "porte_voix"."pictures" USING btree ("made");--> statement-breakpoint
CREATE INDEX "votes_person_index" ON "porte_voix"."votes" USING btree ("person");--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD CONSTRAINT "announcements_picture_pictures_id_fk" FOREIGN KEY ("picture") REFERENCES "porte_voix"."pictures"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_poll_ends_index" ON "porte_voix"."announcements" USING btree ("poll_ends");--> statement-breakpoint
CREATE INDEX "announcements_picture_index" ON "porte_voix"."announcements" USING btree ("picture");--> statement-breakpoint
CREATE INDEX "announcements_privately_index" ON "porte_voix"."announcements" USING btree ("privately");