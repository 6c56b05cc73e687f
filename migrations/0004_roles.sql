CREATE TABLE "porte_voix"."roles" (
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"group" uuid,
	"since" bigint NOT NULL,
	"by" uuid,
	CONSTRAINT "roles_once" UNIQUE NULLS NOT DISTINCT("person","group","role")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."roles" ADD CONSTRAINT "roles_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."roles" ADD CONSTRAINT "roles_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."roles" ADD CONSTRAINT "roles_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roles_group_index" ON "porte_voix"."roles" USING btree ("group");