CREATE TABLE "porte_voix"."chat_reminders" (
	"link" uuid NOT NULL,
	"action" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "chat_reminders_link_action_pk" PRIMARY KEY("link","action")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."chat_reminders" ADD CONSTRAINT "chat_reminders_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "porte_voix"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."chat_reminders" ADD CONSTRAINT "chat_reminders_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_reminders_action_index" ON "porte_voix"."chat_reminders" USING btree ("action");