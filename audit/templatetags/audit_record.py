"""The record of acts in templates."""

from django import template

from audit.names import name_of, name_of_actor

register = template.Library()
register.filter("act_name", name_of)
register.filter("actor_name", name_of_actor)
