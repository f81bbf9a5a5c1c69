import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_uploaded_documents"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="foundpassage",
            index=models.Index(fields=["agreement", "reference"], name="passages_of_a_commitment"),
        ),
        migrations.AddIndex(
            model_name="foundpassage",
            index=models.Index(fields=["document", "agreement"], name="passages_in_a_document"),
        ),
        migrations.AlterField(
            model_name="foundpassage",
            name="agreement",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="found",
                to="register.agreement",
            ),
        ),
        migrations.AlterField(
            model_name="foundpassage",
            name="document",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="found",
                to="documents.document",
            ),
        ),
    ]
