ALTER TABLE "porte_voix"."memberships" ADD COLUMN "asked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."plans" ADD COLUMN "chased" bigint;