"""Words of undertaking: what begins a commitment, how firm it is, and what shows that a sentence is none."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that can begin a commitment, by what they do. "commit(|s|ted) to" stands for its three forms.

    What must follow stands at the end: ``[inf]`` an infinitive, ``[ger]`` a gerund, ``[to]`` an infinitive with its
    preposition, if any, and an adverbial before it ("vow [to]": "vowed on Thursday to"), ``[obj]`` who is told to do it
    ("instruct [obj]": "instructed its officials to"), ``[resolve]`` or ``[aim]`` what is declared ("express [aim]":
    "expressed their intention to"), ``[avail]`` words like "available", ``[until]`` a time and
    an infinitive ("has until May to"), ``[count]`` a number, ``[things]`` one of no money ("promised nine boats"). The
    forms: ``reading/commitments/following.py``.

    future      auxiliaries and verbs that put an action in the future ("will", "va a")
    undertake   performatives, whatever follows them ("commit to", "s'engagent à")
    intend      the same, of an intention ("aim to"); explore: of a study ("explore")
    fund        verbs of giving, a commitment only together with money ("is investing")
    launch      verbs of making, a commitment only with something new or paid ("announced", "lance")
    plan        verbs by which a plan or agreement holds a measure, never a person ("provides for")
    bind        verbs by which an agreement makes somebody undertake ("obliges Chile to")
    impersonal  an undertaking of all parties, said of nobody ("it was agreed that", "se acordó")
    noun        nouns of undertaking ("their commitment to")
    passive     an undertaking said of its object ("is to be built", "se creará")
    reported    a future as told afterwards, a commitment only after a verb of saying or agreeing ("would")
    """

    future: tuple[str, ...]
    undertake: tuple[str, ...]
    intend: tuple[str, ...]
    explore: tuple[str, ...]
    fund: tuple[str, ...]
    launch: tuple[str, ...]
    plan: tuple[str, ...]
    bind: tuple[str, ...]
    impersonal: tuple[str, ...]
    noun: tuple[str, ...]
    passive: tuple[str, ...]
    reported: tuple[str, ...]


class Following(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that must follow a word of ``Heads`` which begins a commitment only with them; small patterns ("visas?").

    supports  what is pledged or lent ("pledged its full support for"); requests: what is agreed to ("to a call for")
    deals  what is signed or sealed to do something ("sealed a pact to")
    moved  what a state moves by saying so ("is lifting its ban", "double sa contribution")
    costs  what is borne for others ("bears the cost of")
    vows   what is declared of what will be done ("their determination to"); aims: of what is intended
    """

    deals: tuple[str, ...]
    moved: tuple[str, ...]
    vows: tuple[str, ...]
    aims: tuple[str, ...]
    costs: tuple[str, ...]
    supports: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()


class Chain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that weaken or continue what they stand in (CODEBOOK I3, I5), in every form that can follow a head.

    Where a verb may leave its subject unsaid, the language is ``silent``.
    ``describing`` verbs undertake nothing ("will be difficult"), ``enabling`` ones nothing where a thing is their
    subject ("the bridge will help"); an object of ``vague`` words alone is not specific. Of a thing that the parties
    move (``levers``) ``changing`` verbs undertake, and ``beginning`` ones of any thing by a deadline.
    ``being`` are the verbs of being and having; ``making`` ones with one of the ``effects`` after them only tell what
    comes of a thing ("servira de modèle"), and any with ``place`` that it happens. ``also_nouns`` are nouns where
    somebody's ("Ghana's plan to"). Who ``receiving`` verbs have for their subject is given something by another.
    ``pronominal`` verbs with a reflexive are no passive before a preposition ("se encargará de"). After ``agreeing``
    verbs and others that take in "that", ``wanted`` are forms of what is undertaken ("se decidió que ambas partes
    publiquen", "agreed that talks be held"); what is not, is a shared view.
    """

    intended: frozenset[str]
    exploratory: frozenset[str]
    continuing: frozenset[str]
    links: frozenset[str]
    describing: frozenset[str]
    enabling: frozenset[str]
    being: frozenset[str]
    making: frozenset[str]
    effects: tuple[str, ...]
    place: tuple[str, ...]
    agreeing: tuple[str, ...]
    wanted: tuple[str, ...]
    vague: frozenset[str]
    silent: bool
    changing: frozenset[str]
    beginning: frozenset[str]
    receiving: frozenset[str]
    also_nouns: frozenset[str] = frozenset()
    pronominal: frozenset[str] = frozenset()


class Future(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language forms a synthetic future: endings, and the stems (with the ending's "r") that can bear them.

    ``conditional`` endings tell a future as reported ("elle créerait"). ``irregular`` maps a stem to its infinitive;
    ``not_future`` are words that only look like one.
    """

    endings: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    irregular: dict[str, str] = {}
    not_future: frozenset[str] = frozenset()


class Subjects(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who undertakes, when it is not said by name.

    collective  all parties together ("both countries"); speaking: the parties of a joint text, or the speaker ("we")
    states      what in a collective leaves organisations out ("countries")
    singular    he, she, it: whoever was the subject before
    plural      they
    counterpart the other of two parties ("its partner")
    instrument  the agreement and what it makes, which may stand for its parties ("the plan", "the fund")
    documents   what says what its parties undertake, and acts no further ("the minutes say that")
    sides       nouns that with a nationality name a party ("the Irish side", "la parte peruana")
    voices      words that speak for the body after them ("sources at the ministry")
    government  heads that make the state after them act ("the leaders of")
    levers      nouns of what only the parties can move ("tariffs", "quotas")
    gifts       nouns of what is given, which may name its giver ("Ireland's contribution")
    outsiders   nouns of those who are no party's ("company", "opposition")
    determiners words that may stand between a preposition or a head and its noun
    before      prepositions: what follows them is not the subject
    no_verb_after words after which a word of undertaking is no finite verb ("to commit", "the will")
    and_        words that coordinate subjects; glue: words that may stand beside them in between
    """

    collective: tuple[str, ...]
    states: tuple[str, ...]
    speaking: tuple[str, ...]
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    counterpart: tuple[str, ...]
    instrument: tuple[str, ...]
    documents: tuple[str, ...]
    sides: tuple[str, ...]
    voices: tuple[str, ...]
    government: tuple[str, ...]
    levers: tuple[str, ...]
    gifts: tuple[str, ...]
    outsiders: tuple[str, ...]
    determiners: frozenset[str]
    before: frozenset[str]
    no_verb_after: frozenset[str]
    and_: frozenset[str]
    glue: frozenset[str]


class Present(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How treaty articles undertake in the present tense ("La Partie béninoise met à disposition").

    ``articles`` open an article; ``being`` makes a passive with the participle after it; ``no_verb`` words may follow a
    subject without being its verb, or are verbs that only define.
    """

    articles: tuple[str, ...] = ()
    being: tuple[str, ...] = ()
    no_verb: frozenset[str] = frozenset()


class Boundaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ends one clause and opens another.

    ``joins`` coordinate, ``relatives`` subordinate, ``asides`` trail off after the object, ``saying`` report a clause.
    ``receiving`` open the clause of somebody else who adds to what was undertaken ("a fund, to which Ghana will").
    """

    saying: tuple[str, ...]
    joins: tuple[str, ...]
    relatives: tuple[str, ...]
    receiving: tuple[str, ...]
    asides: tuple[str, ...]


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lead-ins: words by which the line before a list makes its items commitments, and words by which it does not.

    ``sections`` are words that open a section, which is no list item. ``deeds`` are nouns of action that open a
    nominal item ("Joint purchase of"), ``verbs`` in English those that open one with a bare verb ("Train 40 pilots");
    by its own words alone such an item is one under a heading of a plan.
    ``dates`` and ``owners`` are labels of what is noted after an item ("Deadline: 31 May 2027. Lead: ..."),
    ``particulars`` of what may stand between them and says neither ("Milestones: ...").
    """

    neutral: tuple[str, ...]
    refused: tuple[str, ...]
    sections: tuple[str, ...]
    deeds: tuple[str, ...]
    dates: tuple[str, ...]
    owners: tuple[str, ...]
    particulars: tuple[str, ...]
    verbs: tuple[str, ...] = ()


class Left(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show why a sentence is no commitment (CODEBOOK I2).

    ``asked`` words open what is only asked ("whether Ghana will"), ``had`` puts an act before what is told, and
    ``gone`` after a noun of undertaking tells what became of it ("the promise was"), ``broken`` before it that it
    was not kept ("broke its promise to"). ``parts`` of a text are no measures of it ("includes a chapter on").
    """

    boilerplate: tuple[str, ...]
    welcome: tuple[str, ...]
    shared_value: tuple[str, ...]
    wish: tuple[str, ...]
    ceremony: tuple[str, ...]
    past: tuple[str, ...]
    asked: tuple[str, ...]
    had: tuple[str, ...]
    gone: tuple[str, ...]
    broken: tuple[str, ...]
    parts: tuple[str, ...]
    novelty: tuple[str, ...]
    negation: frozenset[str]


class CommitmentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of them, for one language."""

    heads: Heads
    following: Following
    chain: Chain
    subjects: Subjects
    boundaries: Boundaries
    lists: Lists
    left: Left
    future: Future = Future()
    present: Present = Present()


@functools.cache
def commitment_words(language: Language) -> CommitmentWords:
    """Return the words of undertaking of a language."""
    return loader.load(f"{language}/commitments.toml", CommitmentWords)
