CREATE TABLE "porte_voix"."silences" (
	"platform" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
