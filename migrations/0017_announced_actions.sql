ALTER TABLE "porte_voix"."copies" ADD COLUMN "within" uuid;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD COLUMN "action" uuid;--> statement-breakpoint
ALTER TABLE "porte_voix"."relays" ADD COLUMN "fate" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."relays" ADD COLUMN "why" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."announcements" ADD CONSTRAINT "announcements_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE set null ON UPDATE no action;