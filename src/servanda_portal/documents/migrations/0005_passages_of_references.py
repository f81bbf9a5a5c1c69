import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_comparisons"),
        ("register", "0001_agreements_commitments_and_records"),
    ]

    operations = [
        migrations.DeleteModel(
            name="FoundPassage",
        ),
        migrations.CreateModel(
            name="FoundPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=100)),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="found", to="register.agreement"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="found", to="documents.document"
                    ),
                ),
            ],
            options={
                "ordering": ("document", "start", "end"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="a_passage_is_not_empty"
                    )
                ],
            },
        ),
        # Where passages stand is looked for again.
        migrations.RunSQL("UPDATE documents_reading SET located = ''", migrations.RunSQL.noop),
    ]
