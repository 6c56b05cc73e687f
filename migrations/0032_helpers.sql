CREATE TABLE "porte_voix"."helpers" (
	"action" uuid NOT NULL,
	"person" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "helpers_action_person_pk" PRIMARY KEY("action","person")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."helpers" ADD CONSTRAINT "helpers_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."helpers" ADD CONSTRAINT "helpers_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helpers_person_index" ON "porte_voix"."helpers" USING btree ("person");