"""What the database holds of the rules of publishing, by triggers (see `audit.database_rules`)."""

from audit.database_rules import Rule, refuse_postgresql, refuse_sqlite
from news.models import Edition

TABLE = Edition._meta.db_table
FROZEN = "news_edition_approved_is_frozen"
ONE_PUBLIC = "news_edition_one_public"
TIME_FORM = "news_edition_time_form"

# Stands for "no end". SQLite would turn a text that looks like a number into one, and numbers sort before all texts.
_FAR = "'9999-12-31 00:00:00'"

# All that may change in an approved edition: ending its interval is an act.
_MOVABLE = ("live_until",)


def _changed_sqlite() -> str:
    columns = [field.column for field in Edition._meta.concrete_fields if field.column not in _MOVABLE]
    return " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)


def _frozen_sqlite() -> str:
    return refuse_sqlite(FROZEN, f"OLD.state = 'approved' AND ({_changed_sqlite()})")


def _frozen_postgresql() -> str:
    movable = ", ".join(f"'{column}'" for column in _MOVABLE)
    return refuse_postgresql(
        FROZEN,
        "OLD.state = 'approved' AND (TG_OP = 'DELETE' OR "
        f"(to_jsonb(OLD) - ARRAY[{movable}]) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY[{movable}]))",
    )


def _takes_place(of: str) -> str:
    return refuse_sqlite(
        FROZEN,
        f"EXISTS (SELECT 1 FROM {TABLE} other WHERE {of} AND other.state = 'approved' AND (other.id = NEW.id "
        "OR (other.article_id = NEW.article_id AND other.number = NEW.number)))",
    )


def _meets_another() -> str:
    # An empty interval (a schedule called off) meets nothing.
    return refuse_sqlite(
        ONE_PUBLIC,
        f"NEW.state = 'approved' AND NEW.live_from < COALESCE(NEW.live_until, {_FAR}) AND EXISTS ("
        f"SELECT 1 FROM {TABLE} other WHERE other.article_id = NEW.article_id AND other.id <> NEW.id "
        f"AND other.state = 'approved' AND other.live_from < COALESCE(other.live_until, {_FAR}) "
        f"AND other.live_from < COALESCE(NEW.live_until, {_FAR}) "
        f"AND NEW.live_from < COALESCE(other.live_until, {_FAR}))",
    )


def _odd_time() -> str:
    # SQLite compares times as text, so that another form would be in another order.
    form = "????-??-?? ??:??:??*"
    columns = ("live_from", "live_until", "dated_at")
    return refuse_sqlite(
        TIME_FORM, " OR ".join(f"(NEW.{c} IS NOT NULL AND NEW.{c} NOT GLOB '{form}')" for c in columns)
    )


RULES = [
    Rule("postgresql", FROZEN, TABLE, "BEFORE UPDATE OR DELETE", _frozen_postgresql),
    Rule("sqlite", FROZEN, TABLE, "BEFORE UPDATE", _frozen_sqlite),
    Rule("sqlite", f"{FROZEN}_delete", TABLE, "BEFORE DELETE", lambda: refuse_sqlite(FROZEN, "OLD.state = 'approved'")),
    # OR REPLACE goes around update and delete triggers: of an insert or of an update that takes over another row's
    # id, or its place among the article's editions.
    Rule("sqlite", f"{FROZEN}_replace", TABLE, "BEFORE INSERT", lambda: _takes_place("TRUE")),
    Rule("sqlite", f"{FROZEN}_take_over", TABLE, "BEFORE UPDATE", lambda: _takes_place("other.id <> OLD.id")),
    Rule(
        "postgresql",
        f"{FROZEN}_truncate",
        TABLE,
        "BEFORE TRUNCATE",
        lambda: refuse_postgresql(FROZEN),
        level="STATEMENT",
    ),
    Rule("sqlite", f"{ONE_PUBLIC}_insert", TABLE, "BEFORE INSERT", _meets_another),
    Rule("sqlite", f"{ONE_PUBLIC}_update", TABLE, "BEFORE UPDATE", _meets_another),
    Rule("sqlite", f"{TIME_FORM}_insert", TABLE, "BEFORE INSERT", _odd_time),
    Rule("sqlite", f"{TIME_FORM}_update", TABLE, "BEFORE UPDATE", _odd_time),
]
