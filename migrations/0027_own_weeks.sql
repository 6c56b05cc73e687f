ALTER TABLE "porte_voix"."people" ADD COLUMN "week_day" smallint;--> statement-breakpoint
ALTER TABLE "porte_voix"."people" ADD COLUMN "week_sent" bigint;