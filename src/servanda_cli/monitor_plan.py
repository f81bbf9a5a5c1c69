"""What a plan folder gives the monitor to look for."""

import itertools
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from servanda.lexicon.forms import each_form
from servanda.lexicon.language import LANGUAGES
from servanda.monitoring.register_index import RegisterIndex, register_index
from servanda.monitoring.term import WRITTEN
from servanda.monitoring.watched import Watched
from servanda.monitoring.words import fold_words
from servanda.plans.folder import load_plan
from servanda.plans.plan import Plan
from servanda.plans.strict_yaml import PlanError
from servanda.plans.vocabulary import vocabulary
from servanda.register.wording import Phrases, Wording

_MOST = 100  # phrases of a commitment in one language: more leave its own words without weight
_LONGEST = 200  # characters of a phrase
_MOST_FORMS = 200  # that one phrase is written in
_MOST_LISTS = 20  # of what is needed: no text could have something of each


def index_folder(folder: Path) -> RegisterIndex:
    """Return the index of a plan folder, with the weights that were adopted. Raises PlanError where it is not right."""
    plan = load_plan(folder)
    check_queries(plan)
    index = adopted_index(watched_plan(plan), plan.weights)
    _check_needs(plan, index)
    return index


def check_queries(plan: Plan) -> None:
    """Raise PlanError for queries that would find nothing, or drown all else that a commitment says."""
    for reference, query in plan.queries.items():
        where = f"{plan.folder / 'queries.yaml'}: {reference}"
        _check_phrases(query, where)
        if len(query.needs) > _MOST_LISTS:
            told = f"has {len(query.needs):,} lists; a text needs a phrase of each, so keep {_MOST_LISTS} at most"
            raise PlanError(f"{where}.needs {told}")
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
            if (fault := _fault(phrase)) is not None:
                raise PlanError(f"{where}[{number}] {phrase!r} {fault}")


def _fault(phrase: str) -> str | None:
    """Return what is wrong with the notation of a phrase, and what to do."""
    if not phrase.startswith(WRITTEN):
        if WRITTEN in phrase or "|" in phrase:
            return f"has a sign that counts only in a phrase that begins with {WRITTEN}; put it before, or take it out"
        return None
    forms = list(itertools.islice(each_form(phrase.removeprefix(WRITTEN)), _MOST_FORMS + 1))
    if len(forms) > _MOST_FORMS:
        return f"stands for more than {_MOST_FORMS} phrases; write several with fewer alternatives"
    if any(set(form) & set("(|)") for form in forms):
        return "has a bracket or | without its other half; write (a|b) for a or b"
    if not all(fold_words(form).strip() for form in forms):
        return "has an alternative without any word; write a word outside of the brackets"
    return None


def _check_needs(plan: Plan, index: RegisterIndex) -> None:
    """Raise PlanError for a list of what is needed of which no phrase says anything: every text would lack it."""
    for profile in index.profiles:
        if () in profile.needs:
            where = f"{plan.folder / 'queries.yaml'}: {profile.reference}.needs[{profile.needs.index(()) + 1}]"
            raise PlanError(f"{where} has only idle words; write {WRITTEN} before what counts as it is written")


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
