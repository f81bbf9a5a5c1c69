import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_copies_of_plans_go"),
    ]

    operations = [
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=300)),
                ("entry", models.PositiveBigIntegerField()),
                ("first", models.PositiveBigIntegerField()),
                ("place", models.PositiveIntegerField()),
                ("made_by", models.CharField(max_length=100)),
                ("visible_to", models.CharField(max_length=100)),
                ("public_from", models.DateField(null=True)),
                ("superseded", models.PositiveBigIntegerField(null=True)),
                ("body", models.TextField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="records", to="register.agreement"
                    ),
                ),
            ],
            options={
                "ordering": ("agreement", "first", "place", "entry"),
                "indexes": [models.Index(fields=["agreement", "entry"], name="records_of_an_entry")],
                "constraints": [
                    models.UniqueConstraint(fields=("agreement", "kind", "key", "entry"), name="one_version_an_entry"),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded", None)),
                        fields=("agreement", "kind", "key"),
                        name="one_present_version_a_record",
                    ),
                ],
            },
        ),
    ]
