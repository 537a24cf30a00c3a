"""What a project changes, in figures that say where they come from."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from semailles.projects.enums import Confidence, EffectKind, Perimeter, TimeBase
from semailles.projects.models.project import Project
from semailles.workshop.ownership import Editable

COUNTED_IN_WORDS = (EffectKind.WELL_BEING, EffectKind.BIODIVERSITY, EffectKind.SOCIAL_TIES, EffectKind.EQUALITY)


class Effect(Editable):
    """A range with its unit, its method and its source; a change said in words; or why it is not quantified. A loss is negative."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="effects")
    kind = models.CharField(max_length=20, choices=EffectKind)
    indicator = models.CharField(max_length=300, blank=True)
    central = models.DecimalField(max_digits=15, decimal_places=3, null=True, blank=True)
    low = models.DecimalField(max_digits=15, decimal_places=3, null=True, blank=True)
    high = models.DecimalField(max_digits=15, decimal_places=3, null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    base = models.CharField(max_length=20, choices=TimeBase, blank=True)
    lifetime_years = models.PositiveIntegerField(null=True, blank=True)
    perimeter = models.CharField(max_length=30, choices=Perimeter, blank=True)
    reference = models.CharField(max_length=500, blank=True)
    method = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=500, blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence, blank=True)
    author = models.CharField(max_length=200, blank=True)
    estimated_on = models.DateField(null=True, blank=True)
    unquantified_reason = models.CharField(max_length=500, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(central=None) | ~Q(unquantified_reason="") | (Q(kind__in=COUNTED_IN_WORDS) & ~Q(indicator="")),
                name="an_effect_is_a_figure_or_says_why_not",
                violation_error_message=_("Write the figure, or say why there is none."),
            ),
            models.CheckConstraint(
                condition=Q(central=None) | (~Q(unit="") & ~Q(method="") & ~Q(source="")),
                name="a_figure_has_unit_method_and_source",
                violation_error_message=_(
                    "A figure goes with its unit, its method and its source: write the three, or say why there is no figure yet."
                ),
            ),
            models.CheckConstraint(
                condition=(Q(low=None) | Q(low__lte=F("central"))) & (Q(high=None) | Q(high__gte=F("central"))),
                name="an_effect_is_a_range",
                violation_error_message=_("The central figure lies between the lowest and the highest."),
            ),
            models.CheckConstraint(
                condition=~Q(central=None) | (Q(low=None) & Q(high=None)),
                name="a_range_has_its_middle",
                violation_error_message=_("Write the central figure of this range."),
            ),
            models.CheckConstraint(
                condition=~Q(base=TimeBase.LIFETIME) | Q(lifetime_years__isnull=False),
                name="a_lifetime_has_its_years",
                violation_error_message=_("Say over how many years."),
            ),
        ]

    def __str__(self) -> str:
        return self.indicator or str(self.get_kind_display())

    @property
    def is_quantified(self) -> bool:
        return self.central is not None
