CREATE TABLE "porte_voix"."mirrorings" (
	"link" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "porte_voix"."mirrors" (
	"link" uuid NOT NULL,
	"action" uuid NOT NULL,
	"revision" integer NOT NULL,
	"ref" text,
	CONSTRAINT "mirrors_link_action_pk" PRIMARY KEY("link","action")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."mirrorings" ADD CONSTRAINT "mirrorings_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "porte_voix"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."mirrors" ADD CONSTRAINT "mirrors_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "porte_voix"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "porte_voix"."mirrors" ADD CONSTRAINT "mirrors_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mirrors_action_index" ON "porte_voix"."mirrors" USING btree ("action");