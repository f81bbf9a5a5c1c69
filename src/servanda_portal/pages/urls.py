"""The addresses of pages, under each language."""

from django.urls import path

from servanda_portal.pages.views import (
    briefs,
    commitments,
    comparisons,
    documents,
    files,
    ledger,
    money,
    plans,
    records,
    site,
    work,
)

urlpatterns = [
    path("", site.home, name="home"),
    path("method/", site.method, name="method"),
    path("documents/<str:sha256>/", documents.uncited, name="uncited"),
    path("plans/<slug:plan>/", plans.plan, name="plan"),
    path("plans/<slug:plan>/<file:name>", files.register_file, name="file"),
    path("plans/<slug:plan>/commitments/", commitments.commitments, name="commitments"),
    path("plans/<slug:plan>/commitments/<str:reference>/", commitments.commitment, name="commitment"),
    path("plans/<slug:plan>/documents/", documents.documents, name="documents"),
    path("plans/<slug:plan>/documents/<str:identity>/", documents.document, name="document"),
    path("plans/<slug:plan>/documents/<str:identity>/versions/", comparisons.versions, name="versions"),
    path("plans/<slug:plan>/documents/<str:identity>/changes/", comparisons.changes, name="changes"),
    path("plans/<slug:plan>/happenings/", records.happenings, name="happenings"),
    path("plans/<slug:plan>/meetings/", records.meetings, name="meetings"),
    path("plans/<slug:plan>/money/", money.money, name="money"),
    path("plans/<slug:plan>/projects/", records.projects, name="projects"),
    path("plans/<slug:plan>/disagreements/", records.disagreements, name="disagreements"),
    path("plans/<slug:plan>/findings/", documents.findings, name="findings"),
    path("plans/<slug:plan>/searches/", records.searches, name="searches"),
    path("plans/<slug:plan>/briefs/", briefs.briefs, name="briefs"),
    path("plans/<slug:plan>/briefs/<slug:subject>/", briefs.brief, name="brief"),
    path("plans/<slug:plan>/briefs/<slug:subject>.pdf", briefs.brief_pdf, name="brief_pdf"),
    path("plans/<slug:plan>/context/", records.context, name="context"),
    path("plans/<slug:plan>/ledger/", ledger.ledger, name="ledger"),
    path("plans/<slug:plan>/ledger/export.zip", ledger.ledger_export, name="ledger_export"),
    path("plans/<slug:plan>/ledger/<int:number>/", ledger.entry, name="entry"),
    path("plans/<slug:plan>/work/", work.work, name="work"),
    path("plans/<slug:plan>/work/as/", work.act_as, name="act_as"),
    path("plans/<slug:plan>/work/<slug:name>/", work.form, name="form"),
    path("plans/<slug:plan>/work/<slug:name>/<path:subject>/", work.form, name="form_about"),
]
