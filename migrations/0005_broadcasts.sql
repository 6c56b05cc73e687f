CREATE TABLE "porte_voix"."broadcasts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author" uuid,
	"sealed_what" text NOT NULL,
	"audience" text NOT NULL,
	"lane" smallint NOT NULL,
	"state" text NOT NULL,
	"errand" text DEFAULT 'send' NOT NULL,
	"pass" integer DEFAULT 0 NOT NULL,
	"cursor" text,
	"expanded" boolean DEFAULT false NOT NULL,
	"total" integer,
	"begun" bigint NOT NULL,
	"ended" bigint,
	"sealed_watch" text
);
--> statement-breakpoint
ALTER TABLE "porte_voix"."letters" ADD COLUMN "broadcast" uuid;--> statement-breakpoint
ALTER TABLE "porte_voix"."letters" ADD COLUMN "target" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."letters" ADD COLUMN "pass" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."broadcasts" ADD CONSTRAINT "broadcasts_author_people_id_fk" FOREIGN KEY ("author") REFERENCES "porte_voix"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_state_index" ON "porte_voix"."broadcasts" USING btree ("state");--> statement-breakpoint
CREATE INDEX "broadcasts_author_index" ON "porte_voix"."broadcasts" USING btree ("author");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_broadcast_target_index" ON "porte_voix"."letters" USING btree ("broadcast","target") WHERE broadcast is not null;--> statement-breakpoint
CREATE INDEX "letters_broadcast_open_index" ON "porte_voix"."letters" USING btree ("broadcast") WHERE closed is null and broadcast is not null;