CREATE TABLE "porte_voix"."posts" (
	"link" uuid NOT NULL,
	"key" text NOT NULL,
	"action" uuid,
	"proposal" uuid,
	"again" boolean DEFAULT false NOT NULL,
	"due" bigint NOT NULL,
	CONSTRAINT "posts_link_key_pk" PRIMARY KEY("link","key")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."chat_reminders" DROP CONSTRAINT "chat_reminders_link_action_pk";--> statement-breakpoint
ALTER TABLE "porte_voix"."chat_reminders" ADD COLUMN "start" bigint;--> statement-breakpoint
UPDATE "porte_voix"."chat_reminders" AS "told" SET "start" = "actions"."start" FROM "porte_voix"."actions" WHERE "actions"."id" = "told"."action";--> statement-breakpoint
ALTER TABLE "porte_voix"."chat_reminders" ALTER COLUMN "start" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."chat_reminders" ADD CONSTRAINT "chat_reminders_link_action_start_pk" PRIMARY KEY("link","action","start");--> statement-breakpoint
ALTER TABLE "porte_voix"."posts" ADD CONSTRAINT "posts_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "porte_voix"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."posts" ADD CONSTRAINT "posts_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."posts" ADD CONSTRAINT "posts_proposal_proposals_id_fk" FOREIGN KEY ("proposal") REFERENCES "porte_voix"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_due_index" ON "porte_voix"."posts" USING btree ("due");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_action_link_index" ON "porte_voix"."posts" USING btree ("action","link");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_proposal_link_index" ON "porte_voix"."posts" USING btree ("proposal","link");