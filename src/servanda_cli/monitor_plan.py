"""What a plan folder gives the monitor to look for."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from servanda.lexicon.language import LANGUAGES
from servanda.monitoring.register_index import RegisterIndex, register_index
from servanda.monitoring.watched import Watched
from servanda.monitoring.words import fold_words
from servanda.plans.folder import load_plan
from servanda.plans.plan import Plan
from servanda.plans.strict_yaml import PlanError
from servanda.plans.vocabulary import vocabulary
from servanda.register.wording import Phrases, Wording

_MOST = 100  # phrases of a commitment in one language: more leave its own words without weight
_LONGEST = 200  # characters of a phrase


def index_folder(folder: Path) -> RegisterIndex:
    """Return the index of a plan folder, with the weights that were adopted. Raises PlanError where it is not right."""
    plan = load_plan(folder)
    check_queries(plan)
    return adopted_index(watched_plan(plan), plan.weights)


def check_queries(plan: Plan) -> None:
    """Raise PlanError for queries that would find nothing, or drown all else that a commitment says."""
    for reference, query in plan.queries.items():
        where = f"{plan.folder / 'queries.yaml'}: {reference}"
        _check_phrases(query, where)
        for number, phrases in enumerate(query.needs, 1):
            _check_phrases(phrases, f"{where}.needs[{number}]")
            if not any(phrases.in_language(language) for language in LANGUAGES):
                raise PlanError(f"{where}.needs[{number}] has no phrase; write what a text must have, or remove it")


def _check_phrases(phrases: Phrases, place: str) -> None:
    for language in LANGUAGES:
        where = f"{place}.{language}"
        spoken = phrases.in_language(language)
        if len(spoken) > _MOST:
            raise PlanError(f"{where} has {len(spoken):,} phrases; keep the {_MOST} that tell most")
        for number, phrase in enumerate(spoken, 1):
            if len(phrase) > _LONGEST:
                told = f"has {len(phrase):,} characters; write a phrase of {_LONGEST} at most"
                raise PlanError(f"{where}[{number}] {told}")
            if not fold_words(phrase).strip():
                told = f"{phrase!r} has no word that a text could have; write one, or remove it"
                raise PlanError(f"{where}[{number}] {told}")


def adopted_index(watched: Watched, weights: Mapping[str, int]) -> RegisterIndex:
    """Return the index of what is watched, with other weights for some terms."""
    computed = register_index(watched)
    return register_index(watched, {**computed.weights, **weights}) if weights else computed


def watched_plan(plan: Plan) -> Watched:
    """Return what is watched for a plan."""
    return Watched(
        plan.agreement,
        plan.commitments,
        vocabulary(plan),
        tuple(forum.name for forum in plan.forums.forums),
        {document.id: document.language for document in plan.documents},
        _told(plan),
        plan.queries,
    )


def _told(plan: Plan) -> dict[str, tuple[Wording, ...]]:
    told: dict[str, list[Wording]] = defaultdict(list)
    for happening in plan.happenings:
        for bearing in happening.bearings:
            told[bearing.commitment] += (happening.title, happening.summary)
    for position in plan.positions:
        told[position.commitment].append(position.summary)
    for project in plan.projects:
        for reference in project.commitments:
            told[reference] += (project.name, project.summary)
    return {reference: tuple(texts) for reference, texts in told.items()}
