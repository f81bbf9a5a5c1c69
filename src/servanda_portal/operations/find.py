"""Find what a plan's documents show together."""

import msgspec

from servanda.plans.documents import cited
from servanda.plans.plan import Plan
from servanda.reading.mention import Mention
from servanda.reconciling.finding import Ref
from servanda.reconciling.findings import findings
from servanda.text import document as texts
from servanda_portal.codec import decode, decode_reading, digest, encode
from servanda_portal.documents.models import Findings, Reading
from servanda_portal.documents.shapes import QuotedFinding, QuotedMention

_AROUND = 90  # characters of the text that are kept on each side of a mention


def find(plan: Plan) -> None:
    """Store the findings of a plan's readings; nothing where no reading has changed."""
    identity = plan.agreement.id
    rows = Reading.objects.filter(agreement=identity).order_by("cited")
    inputs = digest(*rows.values_list("cited", "inputs"))
    if Findings.objects.filter(agreement=identity, inputs=inputs).exists():
        return
    read = {}
    for row in rows.select_related("document").defer("document__origins"):
        document = msgspec.structs.replace(decode(row.document.body, texts.Document), text=row.document.text)
        # A finding names documents by their name: the id under which the plan cites them is the one that pages know.
        read[row.cited] = (msgspec.structs.replace(cited(document, plan), name=row.cited), decode_reading(row.body))
    mentions = {Ref(name, one.id): one for name, (_, reading) in read.items() for one in reading.mentions}
    found = [
        QuotedFinding(one, tuple(_quote(ref, mentions[ref], read[ref.document][0].text) for ref in one.mentions))
        for one in findings(read.values())
    ]
    Findings.objects.update_or_create(agreement_id=identity, defaults={"inputs": inputs, "body": encode(found)})


def _quote(ref: Ref, mention: Mention, text: str) -> QuotedMention:
    """Return a mention with the words around it, cut between words."""
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    if mention.start > _AROUND:
        before = before.partition(" ")[2]
    if mention.end + _AROUND < len(text):
        after = after.rpartition(" ")[0]
    raw = msgspec.Raw(encode(mention).encode())
    return QuotedMention(ref.document, ref.id, before, mention.quote, after, mention.start, raw)
