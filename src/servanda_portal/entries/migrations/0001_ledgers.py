import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Ledger",
            fields=[
                ("register", models.SlugField(max_length=100, primary_key=True, serialize=False)),
                ("demonstration", models.BooleanField()),
                ("size", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                (
                    "ledger",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="checkpoint",
                        serialize=False,
                        to="entries.ledger",
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                ("note", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("salt", models.BinaryField()),
                ("content", models.BinaryField()),
                (
                    "ledger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bodies", to="entries.ledger"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "bodies",
                "constraints": [models.UniqueConstraint(fields=("ledger", "digest"), name="one_body_a_digest")],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField()),
                ("leaf", models.BinaryField()),
                (
                    "ledger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="entries.ledger"
                    ),
                ),
            ],
            options={
                "ordering": ("ledger", "number"),
                "constraints": [models.UniqueConstraint(fields=("ledger", "number"), name="one_entry_a_number")],
            },
        ),
    ]
