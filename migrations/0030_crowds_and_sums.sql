ALTER TABLE "porte_voix"."broadcasts" ADD COLUMN "past_delivered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."broadcasts" ADD COLUMN "past_gone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."broadcasts" ADD COLUMN "past_uncertain" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."broadcasts" ADD COLUMN "past_dropped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."links" ADD COLUMN "people" integer;--> statement-breakpoint
ALTER TABLE "porte_voix"."links" ADD COLUMN "crowd_mark" text;--> statement-breakpoint
ALTER TABLE "porte_voix"."links" ADD COLUMN "counted" bigint;