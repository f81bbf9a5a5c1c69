import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_name_language_and_demonstration"),
    ]

    operations = [
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("register", models.SlugField(max_length=100)),
                ("grant", models.CharField(max_length=100)),
                ("role", models.CharField(max_length=20)),
                ("holder", models.CharField(max_length=100)),
                ("person", models.CharField(max_length=64)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("register", "id"),
                "constraints": [models.UniqueConstraint(fields=("register", "grant"), name="one_membership_a_grant")],
            },
        ),
    ]
