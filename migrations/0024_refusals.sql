CREATE UNLOGGED TABLE "porte_voix"."refusals" (
	"mark" text NOT NULL,
	"span" bigint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "refusals_mark_span_pk" PRIMARY KEY("mark","span")
);
