import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_memberships"),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="Name")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("scope", models.CharField(choices=[("acts", "acts")], default="acts", max_length=20)),
                ("made", models.DateField()),
                ("expires", models.DateField()),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
    ]
