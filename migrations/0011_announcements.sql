CREATE TABLE "porte_voix"."announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author" uuid,
	"group" uuid,
	"sealed_text" text NOT NULL,
	"stage" text NOT NULL,
	"made" bigint NOT NULL,
	"due" bigint,
	"agreed" uuid
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."receipts" (
	"announcement" uuid NOT NULL,
	"person" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "receipts_announcement_person_pk" PRIMARY KEY("announcement","person")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."relays" (
	"announcement" uuid NOT NULL,
	"link" uuid NOT NULL,
	"group" uuid,
	"state" text NOT NULL,
	"broadcast" uuid,
	"sealed_line" text,
	"until" bigint,
	CONSTRAINT "relays_announcement_link_pk" PRIMARY KEY("announcement","link")
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."says" (
	"group" uuid PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"otherwise" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD CONSTRAINT "announcements_author_people_id_fk" FOREIGN KEY ("author") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD CONSTRAINT "announcements_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD CONSTRAINT "announcements_agreed_people_id_fk" FOREIGN KEY ("agreed") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."receipts" ADD CONSTRAINT "receipts_announcement_announcements_id_fk" FOREIGN KEY ("announcement") REFERENCES "porte_voix"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."receipts" ADD CONSTRAINT "receipts_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."relays" ADD CONSTRAINT "relays_announcement_announcements_id_fk" FOREIGN KEY ("announcement") REFERENCES "porte_voix"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."relays" ADD CONSTRAINT "relays_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "porte_voix"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."relays" ADD CONSTRAINT "relays_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."says" ADD CONSTRAINT "says_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_stage_due_index" ON "porte_voix"."announcements" USING btree ("stage","due");--> statement-breakpoint
CREATE INDEX "announcements_author_index" ON "porte_voix"."announcements" USING btree ("author");--> statement-breakpoint
CREATE INDEX "receipts_person_index" ON "porte_voix"."receipts" USING btree ("person");--> statement-breakpoint
CREATE INDEX "relays_broadcast_link_index" ON "porte_voix"."relays" USING btree ("broadcast","link");--> statement-breakpoint
CREATE INDEX "relays_until_index" ON "porte_voix"."relays" USING btree ("until");