CREATE TABLE "porte_voix"."openings" (
	"action" uuid NOT NULL,
	"audience" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "openings_action_audience_pk" PRIMARY KEY("action","audience")
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."openings" ADD CONSTRAINT "openings_action_actions_id_fk" FOREIGN KEY ("action") REFERENCES "porte_voix"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "openings_at_index" ON "porte_voix"."openings" USING btree ("at");