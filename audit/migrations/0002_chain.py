"""The rows of the record become a chain, in the order in which they were written.

The database rules are down during a migrate, so that rows that stand can be given what they lack.
"""

from django.db import migrations, models

from audit.chain import START, link
from vietnamese.text import fold

_BATCH = 1000


def chain_rows(apps, schema_editor):
    """Number and link the rows, some at a time, so that any number of them needs little memory."""
    rows = apps.get_model("audit", "Entry").objects.using(schema_editor.connection.alias).order_by("pk")
    last, seen = START, 0
    with schema_editor.connection.cursor() as cursor:
        while batch := list(rows.filter(pk__gt=seen)[:_BATCH]):
            last, seen = link(batch, last), batch[-1].pk
            # One statement for all of them: one each would keep a portal down for minutes.
            values = [value for row in batch for value in (row.pk, row.number, row.previous, row.hash, _words(row))]
            cursor.execute(
                "WITH fresh (id, number, previous, hash, folded) AS "  # noqa: S608 - the table is a constant
                f"(VALUES {', '.join(['(%s, %s, %s, %s, %s)'] * len(batch))}) "
                "UPDATE audit_entry SET number = fresh.number, previous = fresh.previous, hash = fresh.hash, "
                "folded = fresh.folded FROM fresh WHERE audit_entry.id = fresh.id",  # noqa: S608 - placeholders alone
                values,
            )


def _words(row):
    return fold(f"{row.actor_name} {row.object_name} {row.reason}")


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="number",
            field=models.PositiveBigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="department_id",
            field=models.BigIntegerField(null=True, verbose_name="department"),
        ),
        migrations.AddField(
            model_name="entry",
            name="previous",
            field=models.CharField(max_length=64, null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="hash",
            field=models.CharField(max_length=64, null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="folded",
            field=models.TextField(default="", editable=False),
        ),
        migrations.RunPython(chain_rows, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="entry",
            name="number",
            field=models.PositiveBigIntegerField(help_text="From 1, without gaps.", verbose_name="number"),
        ),
        migrations.AlterField(
            model_name="entry",
            name="previous",
            field=models.CharField(max_length=64, verbose_name="hash of the row before"),
        ),
        migrations.AlterField(
            model_name="entry",
            name="hash",
            field=models.CharField(max_length=64, verbose_name="hash"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["department_id", "-id"], name="audit_entry_department"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("number",), name="audit_entry_number"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("previous",), name="audit_entry_previous"),
        ),
    ]
