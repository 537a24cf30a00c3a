"""A contribution that is kept becomes a document of its own, in the public's team, and one idea that quotes it. For actions only, inside their transaction."""

from django.utils import translation
from django.utils.translation import gettext as _

from semailles.core import files
from semailles.core.identifiers import document_id, named
from semailles.core.models import Person
from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import national_gazetteer
from semailles.engines.extracting.findings import CandidateIdea, Cue, Extraction, IdeaKind, Span
from semailles.engines.extracting.told import extract_told
from semailles.intake.enums import Diffusion
from semailles.intake.models import Contribution, Document, DocumentVersion, Idea
from semailles.intake.queries import known_actors
from semailles.intake.readings import Reading
from semailles.intake.recording import fill
from semailles.workshop.models import Initiative, Team

FOLDER = "contributions-publiques"
SURE = 1.0


def become_idea(contribution: Contribution, *, by: Person) -> Idea:
    """Its words as they were written, without the name of who wrote them."""
    initiative = contribution.initiative
    path = f"{FOLDER}/contribution-{contribution.number:04}.txt"
    with translation.override(initiative.lang):
        consent = _("Proposed by the public form, which says that an idea once kept is read by all, without its author’s name.")
    document = Document(initiative=initiative, public_id=document_id(path), team=_public(initiative), path=path, is_deposited=True)
    document.diffusion, document.consent = Diffusion.PUBLIC, consent
    document.save()
    blocks = _blocks(contribution)
    content = "\n\n".join(block.text for block in blocks).encode()
    version = DocumentVersion(document=document, sha256=files.keep(content), is_given=True)
    fill(version, Reading("txt", 0, blocks, _found(initiative, contribution, blocks)), by=by)
    idea: Idea = Idea.objects.get(sources__passage__version=version)
    return idea


def _public(initiative: Initiative) -> Team:
    """The public counts as one more team, which says what it looks at in the initiative's language."""
    with translation.override(initiative.lang):
        regard = _("Public contributions")
    team, _created = Team.objects.get_or_create(
        initiative=initiative, folder=FOLDER, defaults={"public_id": named("team", FOLDER), "regard": regard}
    )
    return team


def _blocks(contribution: Contribution) -> tuple[Block, ...]:
    """The title, then the text, then the place: each a passage."""
    title = _bare(contribution.title)
    said: list[tuple[str, BlockKind, tuple[str, ...]]] = [(title, BlockKind.TITLE, ())]
    said += [(_bare(text), BlockKind.PARAGRAPH, (title,)) for text in (contribution.text, contribution.place) if text.strip()]
    return tuple(Block(text, kind, Locator(paragraph=rank), path=path) for rank, (text, kind, path) in enumerate(said, start=1))


def _found(initiative: Initiative, contribution: Contribution, blocks: tuple[Block, ...]) -> Extraction:
    """One idea: nobody but its author says where one ends. Who and what it names is looked for as in the rows of an export."""
    whole = [Span(rank, 0, len(block.text)) for rank, block in enumerate(blocks)]
    found = extract_told(blocks, whole, known=known_actors(initiative), gazetteer=national_gazetteer())
    quoted = min(1, len(blocks) - 1) if contribution.text.strip() else 0
    title, quote = blocks[0].text, blocks[quoted].text
    text = f"{title} : {quote}" if quoted else title
    idea = CandidateIdea(whole[quoted], quote, title, text, IdeaKind.PROPOSAL, SURE, (Cue("contributed", "", SURE),))
    return Extraction((idea,), found.actors, found.places, found.commitments, (), found.lang, figures=found.figures, langs=found.langs)


def _bare(text: str) -> str:
    return " ".join(text.split())
