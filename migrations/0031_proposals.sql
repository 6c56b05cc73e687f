CREATE TABLE "porte_voix"."proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group" uuid NOT NULL,
	"keeper" uuid,
	"about" text NOT NULL,
	"dates" text NOT NULL,
	"zone" text NOT NULL,
	"until" bigint NOT NULL,
	"over" boolean DEFAULT false NOT NULL,
	"ends" bigint NOT NULL,
	"date" smallint,
	"action" uuid,
	"totals" text
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."suited" (
	"proposal" uuid NOT NULL,
	"person" uuid NOT NULL,
	"suits" smallint NOT NULL,
	"follows" boolean DEFAULT false NOT NULL,
	CONSTRAINT "suited_proposal_person_pk" PRIMARY KEY("proposal","person")
);
--> statement-breakpoint
DROP INDEX "porte_voix"."reminders_due_index";--> statement-breakpoint
ALTER TABLE "porte_voix"."copies" ALTER COLUMN "action" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."copies" ADD COLUMN "proposal" uuid;--> statement-breakpoint
ALTER TABLE "porte_voix"."proposals" ADD CONSTRAINT "proposals_group_groups_id_fk" FOREIGN KEY ("group") REFERENCES "porte_voix"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."proposals" ADD CONSTRAINT "proposals_keeper_people_id_fk" FOREIGN KEY ("keeper") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."proposals" ADD CONSTRAINT "proposals_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."suited" ADD CONSTRAINT "suited_proposal_proposals_id_fk" FOREIGN KEY ("proposal") REFERENCES "porte_voix"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."suited" ADD CONSTRAINT "suited_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "porte_voix"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposals_group_index" ON "porte_voix"."proposals" USING btree ("group");--> statement-breakpoint
CREATE INDEX "proposals_keeper_index" ON "porte_voix"."proposals" USING btree ("keeper");--> statement-breakpoint
CREATE INDEX "proposals_over_until_index" ON "porte_voix"."proposals" USING btree ("over","until");--> statement-breakpoint
CREATE INDEX "proposals_ends_index" ON "porte_voix"."proposals" USING btree ("ends");--> statement-breakpoint
CREATE INDEX "suited_person_index" ON "porte_voix"."suited" USING btree ("person");--> statement-breakpoint
ALTER TABLE "porte_voix"."copies" ADD CONSTRAINT "copies_proposal_proposals_id_fk" FOREIGN KEY ("proposal") REFERENCES "porte_voix"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copies_proposal_index" ON "porte_voix"."copies" USING btree ("proposal");--> statement-breakpoint
CREATE INDEX "reminders_owed" ON "porte_voix"."reminders" USING btree ("due","person","action","kind") WHERE sent is null;