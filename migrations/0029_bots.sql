CREATE TABLE "porte_voix"."bots" (
	"platform" text PRIMARY KEY NOT NULL,
	"bot" text NOT NULL,
	"seen" bigint NOT NULL
);
