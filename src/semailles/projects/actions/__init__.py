"""What people do with projects: take drafts up, write them, carry them. Everything done to a draft takes it up."""

from semailles.projects.actions.calendar import (
    ProjectMilestoneEntry,
    WaitEntry,
    add_project_milestone,
    describe_project_milestone,
    put_milestone_back,
    reach,
    set_milestone_aside,
    stop_waiting,
    wait_for,
)
from semailles.projects.actions.commitments import Watch, climb_holder, commit_to, settle_level, watch_holder, withdraw_holder
from semailles.projects.actions.drafting import LEAST_SAID, MOST_DRAFTS, draft_projects
from semailles.projects.actions.feeding import add_idea, take_idea_off
from semailles.projects.actions.merging import merge_projects, part_again
from semailles.projects.actions.money import (
    add_project_cost,
    add_project_funding,
    change_project_funding,
    describe_project_line,
    put_project_line_back,
    set_project_line_aside,
    withdraw_project_funding,
)
from semailles.projects.actions.opening import NewProject, open_project
from semailles.projects.actions.pictures import add_picture
from semailles.projects.actions.places import (
    ProjectPlaceEntry,
    add_place,
    describe_place,
    keep_outside,
    put_place_back,
    set_place_aside,
    set_scale,
)
from semailles.projects.actions.remarks import answer_remark, close_remark, remark, reopen_remark
from semailles.projects.actions.reshaping import drop_project, rename_project, split_project, take_project_back
from semailles.projects.actions.sheet import add_line, describe_line, describe_project, lift_obstacle, put_line_back, set_line_aside
from semailles.projects.actions.support import NeedEntry, OfferEntry, answer_need, need_help, offer_help
from semailles.projects.actions.taking import take_up
from semailles.projects.actions.work import (
    add_task,
    begin_task_again,
    describe_note,
    describe_task,
    entrust,
    finish_task,
    note_down,
    put_work_back,
    set_work_aside,
)

__all__ = [
    "LEAST_SAID",
    "MOST_DRAFTS",
    "NeedEntry",
    "NewProject",
    "OfferEntry",
    "ProjectMilestoneEntry",
    "ProjectPlaceEntry",
    "WaitEntry",
    "Watch",
    "add_idea",
    "add_line",
    "add_picture",
    "add_place",
    "add_project_cost",
    "add_project_funding",
    "add_project_milestone",
    "add_task",
    "answer_need",
    "answer_remark",
    "begin_task_again",
    "change_project_funding",
    "climb_holder",
    "close_remark",
    "commit_to",
    "describe_line",
    "describe_note",
    "describe_place",
    "describe_project",
    "describe_project_line",
    "describe_project_milestone",
    "describe_task",
    "draft_projects",
    "drop_project",
    "entrust",
    "finish_task",
    "keep_outside",
    "lift_obstacle",
    "merge_projects",
    "need_help",
    "note_down",
    "offer_help",
    "open_project",
    "part_again",
    "put_line_back",
    "put_milestone_back",
    "put_place_back",
    "put_project_line_back",
    "put_work_back",
    "reach",
    "remark",
    "rename_project",
    "reopen_remark",
    "set_line_aside",
    "set_milestone_aside",
    "set_place_aside",
    "set_project_line_aside",
    "set_scale",
    "set_work_aside",
    "settle_level",
    "split_project",
    "stop_waiting",
    "take_idea_off",
    "take_project_back",
    "take_up",
    "wait_for",
    "watch_holder",
    "withdraw_holder",
    "withdraw_project_funding",
]
