"""What people do with the frame of an initiative."""

from semailles.workshop.actions.actors import merge_actors, tell_apart, unmerge_actor
from semailles.workshop.actions.bodies import add_body, describe_body, describe_mandate, designate, end_mandate
from semailles.workshop.actions.calendar import (
    add_milestone,
    add_mission,
    add_phase,
    deliver_mission,
    describe_milestone,
    describe_mission,
    describe_phase,
    end_phase,
    mark_happened,
    move_milestone,
    pay_mission,
    record_minutes,
)
from semailles.workshop.actions.commitments import climb, describe_commitment, open_commitment, withdraw_commitment
from semailles.workshop.actions.contacts import add_contact, describe_contact, erase_contact, erase_past_contacts, hand_out_contacts
from semailles.workshop.actions.directory import add_actor, describe_actor, put_actor_back, set_actor_aside
from semailles.workshop.actions.frame import (
    add_axis,
    add_theme,
    describe_axis,
    describe_initiative,
    describe_team,
    describe_theme,
    put_back,
    reorder,
    set_aside,
    set_deadline,
    shift,
)
from semailles.workshop.actions.framing import frame_initiative
from semailles.workshop.actions.importing import import_actors
from semailles.workshop.actions.money import add_cost, add_funding, change_status, describe_cost, describe_funding, withdraw_funding
from semailles.workshop.actions.opening import name_actor, open_initiative, open_team, welcome_actors
from semailles.workshop.actions.spelling import give_spelling

__all__ = [
    "add_actor",
    "add_axis",
    "add_body",
    "add_contact",
    "add_cost",
    "add_funding",
    "add_milestone",
    "add_mission",
    "add_phase",
    "add_theme",
    "change_status",
    "climb",
    "deliver_mission",
    "describe_actor",
    "describe_axis",
    "describe_body",
    "describe_commitment",
    "describe_contact",
    "describe_cost",
    "describe_funding",
    "describe_initiative",
    "describe_mandate",
    "describe_milestone",
    "describe_mission",
    "describe_phase",
    "describe_team",
    "describe_theme",
    "designate",
    "end_mandate",
    "end_phase",
    "erase_contact",
    "erase_past_contacts",
    "frame_initiative",
    "give_spelling",
    "hand_out_contacts",
    "import_actors",
    "mark_happened",
    "merge_actors",
    "move_milestone",
    "name_actor",
    "open_commitment",
    "open_initiative",
    "open_team",
    "pay_mission",
    "put_actor_back",
    "put_back",
    "record_minutes",
    "reorder",
    "set_actor_aside",
    "set_aside",
    "set_deadline",
    "shift",
    "tell_apart",
    "unmerge_actor",
    "welcome_actors",
    "withdraw_commitment",
    "withdraw_funding",
]
