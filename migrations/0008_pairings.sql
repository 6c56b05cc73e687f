CREATE TABLE "porte_voix"."pairings" (
	"person" uuid PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "pairings_mark_unique" UNIQUE("mark")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."pairings" ADD CONSTRAINT "pairings_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;