CREATE TABLE "porte_voix"."own_leads" (
	"person" uuid NOT NULL,
	"action" uuid NOT NULL,
	"leads" text NOT NULL,
	CONSTRAINT "own_leads_person_action_pk" PRIMARY KEY("person","action")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."actions" ADD COLUMN "offer_hours" smallint;--> statement-breakpoint
ALTER TABLE "porte_voix"."answers" ADD COLUMN "promoted" bigint;--> statement-breakpoint
ALTER TABLE "porte_voix"."people" ADD COLUMN "open_name" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."own_leads" ADD CONSTRAINT "own_leads_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."own_leads" ADD CONSTRAINT "own_leads_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_leads_action_index" ON "porte_voix"."own_leads" USING btree ("action");