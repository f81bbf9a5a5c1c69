from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_passages_of_references"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="uploaded",
            field=models.BooleanField(default=False),
        ),
    ]
