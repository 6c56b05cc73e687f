DROP INDEX "porte_voix"."answers_action_index";--> statement-breakpoint
DROP INDEX "porte_voix"."memberships_group_index";--> statement-breakpoint
CREATE INDEX "answers_action_person_index" ON "porte_voix"."answers" USING btree ("action","person");--> statement-breakpoint
CREATE INDEX "memberships_group_person_index" ON "porte_voix"."memberships" USING btree ("group","person");