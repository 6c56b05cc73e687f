ALTER TABLE "porte_voix"."links" ADD COLUMN "whole_mark" text;--> statement-breakpoint
CREATE INDEX "links_whole_mark_index" ON "porte_voix"."links" USING btree ("whole_mark");