"""The record of acts in templates."""

from django import template

from audit.names import name_of

register = template.Library()
register.filter("act_name", name_of)
