"""What every stored entity shares: frozen, validated, and a revision for optimistic writing."""

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

Rupees = Annotated[Decimal, Field(max_digits=14, decimal_places=2)]


class Value(BaseModel):
    """An immutable value that refuses what it does not know. `unsaid` fields need not be stored while they have their
    default: a row beyond a kilobyte costs twice as much to write."""

    unsaid: ClassVar[frozenset[str]] = frozenset()
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def but(self, **changes: object) -> Self:
        """A copy with these fields changed and validated again."""
        return self.model_validate({**dict(self), **changes})


class Entity(Value):
    """A stored row. `rev` counts its writes; saving is conditional on the rev that was read (0: never stored)."""

    rev: int = 0
    created_at: AwareDatetime
    updated_at: AwareDatetime
