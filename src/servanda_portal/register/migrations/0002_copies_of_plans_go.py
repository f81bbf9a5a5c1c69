from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0001_agreements_commitments_and_records"),
        ("documents", "0005_passages_of_references"),
    ]

    operations = [
        migrations.DeleteModel(
            name="Commitment",
        ),
        migrations.DeleteModel(
            name="Record",
        ),
        migrations.RemoveField(
            model_name="agreement",
            name="actors",
        ),
        migrations.RemoveField(
            model_name="agreement",
            name="body",
        ),
        migrations.AddField(
            model_name="agreement",
            name="loaded",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="agreement",
            name="published",
            field=models.BooleanField(default=True),
        ),
    ]
