CREATE TABLE "porte_voix"."truces" (
	"from" bigint PRIMARY KEY NOT NULL,
	"to" bigint NOT NULL,
	"by" uuid
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."truces" ADD CONSTRAINT "truces_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "truces_to_index" ON "porte_voix"."truces" USING btree ("to");