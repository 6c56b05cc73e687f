CREATE TABLE "porte_voix"."invitations" (
	"mark" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"group" uuid,
	"by" uuid NOT NULL,
	"until" bigint NOT NULL,
	"used" bigint
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"by" uuid,
	"about" uuid,
	"group" uuid,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."replacements" (
	"group" uuid NOT NULL,
	"person" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "replacements_group_person_pk" PRIMARY KEY("group","person")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."invitations" ADD CONSTRAINT "invitations_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."invitations" ADD CONSTRAINT "invitations_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."journal" ADD CONSTRAINT "journal_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."journal" ADD CONSTRAINT "journal_about_people_id_fk" FOREIGN KEY ("about") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."journal" ADD CONSTRAINT "journal_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."replacements" ADD CONSTRAINT "replacements_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."replacements" ADD CONSTRAINT "replacements_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."replacements" ADD CONSTRAINT "replacements_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_until_index" ON "porte_voix"."invitations" USING btree ("until");--> statement-breakpoint
CREATE INDEX "invitations_by_index" ON "porte_voix"."invitations" USING btree ("by");--> statement-breakpoint
CREATE INDEX "journal_group_at_index" ON "porte_voix"."journal" USING btree ("group","at");--> statement-breakpoint
CREATE INDEX "journal_by_index" ON "porte_voix"."journal" USING btree ("by");--> statement-breakpoint
CREATE INDEX "journal_about_index" ON "porte_voix"."journal" USING btree ("about");